/// Subscriptions, their periods and the renewals that collect them.
@NullMarked
package com.pelcro.payments.domain.subscription;

import org.jspecify.annotations.NullMarked;
