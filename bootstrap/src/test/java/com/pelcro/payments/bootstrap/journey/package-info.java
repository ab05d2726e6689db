/// The whole service, over HTTP, with a real PostgreSQL and the gateway simulator.
@NullMarked
package com.pelcro.payments.bootstrap.journey;

import org.jspecify.annotations.NullMarked;
