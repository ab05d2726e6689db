/// The feed of what happened.
@CheckReturnValue
@NullMarked
package com.pelcro.payments.application.event;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
