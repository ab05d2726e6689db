/// Misbehaviour on demand: what to match, and what then goes wrong.
@NullMarked
package com.pelcro.payments.simulator.scenario;

import org.jspecify.annotations.NullMarked;
