/// Starting subscriptions, changing them and ending them.
@CheckReturnValue
@NullMarked
package com.pelcro.payments.application.subscription;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
