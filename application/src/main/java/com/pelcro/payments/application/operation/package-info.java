/// What was asked of the gateway, and what was heard.
@CheckReturnValue
@NullMarked
package com.pelcro.payments.application.operation;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
