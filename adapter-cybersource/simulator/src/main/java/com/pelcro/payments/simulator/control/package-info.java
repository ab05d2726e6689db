/// The simulator's own side: what tests look at and turn.
@NullMarked
package com.pelcro.payments.simulator.control;

import org.jspecify.annotations.NullMarked;
