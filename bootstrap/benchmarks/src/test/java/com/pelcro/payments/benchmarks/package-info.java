/// `mvn -Pbench`: measures the service against the bare program.
@NullMarked
package com.pelcro.payments.benchmarks;

import org.jspecify.annotations.NullMarked;
