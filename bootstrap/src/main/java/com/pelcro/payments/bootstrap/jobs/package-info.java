/// What the service does by itself: a clock is a driving adapter one class long.
@NullMarked
package com.pelcro.payments.bootstrap.jobs;

import org.jspecify.annotations.NullMarked;
