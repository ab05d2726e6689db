/// What is measured in nanoseconds, by JMH.
@NullMarked
package com.pelcro.payments.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
