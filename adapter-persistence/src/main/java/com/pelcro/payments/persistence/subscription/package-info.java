/// Subscriptions as rows.
@NullMarked
package com.pelcro.payments.persistence.subscription;

import org.jspecify.annotations.NullMarked;
