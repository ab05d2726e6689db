/// Giving money back.
@CheckReturnValue
@NullMarked
package com.pelcro.payments.application.refund;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
