/// How requests come in and answers go out: signatures, shapes of errors, connections that break on
/// demand.
@NullMarked
package com.pelcro.payments.simulator.http;

import org.jspecify.annotations.NullMarked;
