/// The gateway's books held against our operations.
@CheckReturnValue
@NullMarked
package com.pelcro.payments.application.reconciliation;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
