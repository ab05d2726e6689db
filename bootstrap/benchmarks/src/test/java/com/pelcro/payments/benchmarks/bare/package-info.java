/// The yardstick: a program that does the same input and output as the service, with none of the
/// rules.
@NullMarked
package com.pelcro.payments.benchmarks.bare;

import org.jspecify.annotations.NullMarked;
