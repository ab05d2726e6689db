/// Refunds.
@NullMarked
package com.pelcro.payments.persistence.refund;

import org.jspecify.annotations.NullMarked;
