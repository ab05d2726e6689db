/// Who may call.
@CheckReturnValue
@NullMarked
package com.pelcro.payments.application.access;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
