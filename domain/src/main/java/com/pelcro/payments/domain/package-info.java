/// Values, states, rules and the payment ports: pure, with no I/O and no clock.
@NullMarked
package com.pelcro.payments.domain;

import org.jspecify.annotations.NullMarked;
