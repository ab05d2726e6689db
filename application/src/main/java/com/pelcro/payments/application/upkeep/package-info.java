/// What may be forgotten after its time.
@CheckReturnValue
@NullMarked
package com.pelcro.payments.application.upkeep;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
