/// Cards on file.
@CheckReturnValue
@NullMarked
package com.pelcro.payments.application.paymentmethod;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
