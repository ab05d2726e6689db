/// Subscriptions with their renewals, and how a site goes after declines.
@NullMarked
package com.pelcro.payments.http.dashboard.subscription;

import org.jspecify.annotations.NullMarked;
