/// Who pays.
@CheckReturnValue
@NullMarked
package com.pelcro.payments.application.customer;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
