/// Customers, and how vaults name them.
@NullMarked
package com.pelcro.payments.persistence.customer;

import org.jspecify.annotations.NullMarked;
