/// What happened, as it happens.
@NullMarked
package com.pelcro.payments.http.dashboard.event;

import org.jspecify.annotations.NullMarked;
