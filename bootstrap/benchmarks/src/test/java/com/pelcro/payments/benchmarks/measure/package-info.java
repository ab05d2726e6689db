/// What is measured, one class for each row of the table.
@NullMarked
package com.pelcro.payments.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
