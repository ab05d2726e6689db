/// Customers.
@NullMarked
package com.pelcro.payments.http.customer;

import org.jspecify.annotations.NullMarked;
