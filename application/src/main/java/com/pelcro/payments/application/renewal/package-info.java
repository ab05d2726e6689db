/// Collecting the periods of subscriptions: what is due, what became of it, what follows.
@CheckReturnValue
@NullMarked
package com.pelcro.payments.application.renewal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
