/// Customers, their cards, and what they pay for.
@NullMarked
package com.pelcro.payments.http.dashboard.customer;

import org.jspecify.annotations.NullMarked;
