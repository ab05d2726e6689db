/// Stored cards: customers, payment instruments, instrument identifiers.
@NullMarked
package com.pelcro.payments.simulator.tokens;

import org.jspecify.annotations.NullMarked;
