/// Opening the hosted card fields.
@CheckReturnValue
@NullMarked
package com.pelcro.payments.application.cardsession;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
