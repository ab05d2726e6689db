/// What operators watch.
@NullMarked
package com.pelcro.payments.bootstrap.metrics;

import org.jspecify.annotations.NullMarked;
