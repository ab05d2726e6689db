/// Refunds.
@NullMarked
package com.pelcro.payments.http.refund;

import org.jspecify.annotations.NullMarked;
