/// The HTTP API: what comes in is checked against the contract, what goes out follows it.
@NullMarked
package com.pelcro.payments.http;

import org.jspecify.annotations.NullMarked;
