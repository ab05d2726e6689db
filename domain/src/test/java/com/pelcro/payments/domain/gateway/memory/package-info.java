/// A gateway in memory, written from what the payment ports promise: the stand-in of every test
/// that is not about a real one.
@NullMarked
package com.pelcro.payments.domain.gateway.memory;

import org.jspecify.annotations.NullMarked;
