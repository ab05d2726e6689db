/// Starts the service: configuration, wiring, jobs.
@NullMarked
package com.pelcro.payments.bootstrap;

import org.jspecify.annotations.NullMarked;
