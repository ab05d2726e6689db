/// What has to be true of all money and all events at any time.
@CheckReturnValue
@NullMarked
package com.pelcro.payments.application.invariant;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
