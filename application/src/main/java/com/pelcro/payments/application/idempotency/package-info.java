/// One intention, one result, however often it is asked for.
@CheckReturnValue
@NullMarked
package com.pelcro.payments.application.idempotency;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
