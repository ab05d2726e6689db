/// Moving money: payments, captures, refunds, reversals, voids.
@NullMarked
package com.pelcro.payments.simulator.payments;

import org.jspecify.annotations.NullMarked;
