/// Finding transactions again, by id or by reference.
@NullMarked
package com.pelcro.payments.simulator.search;

import org.jspecify.annotations.NullMarked;
