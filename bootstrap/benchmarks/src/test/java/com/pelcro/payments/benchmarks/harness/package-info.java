/// Processes, load and what is read off them.
@NullMarked
package com.pelcro.payments.benchmarks.harness;

import org.jspecify.annotations.NullMarked;
