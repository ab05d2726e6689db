/// Subscriptions, their renewals, and what a site says about both.
@NullMarked
package com.pelcro.payments.http.subscription;

import org.jspecify.annotations.NullMarked;
