/// Asking for money.
@CheckReturnValue
@NullMarked
package com.pelcro.payments.application.charge;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
