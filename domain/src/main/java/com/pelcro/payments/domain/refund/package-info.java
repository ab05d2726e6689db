/// Money given back, in part or whole.
@NullMarked
package com.pelcro.payments.domain.refund;

import org.jspecify.annotations.NullMarked;
