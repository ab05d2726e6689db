/// Finding out what became of whatever stayed open, and acting on it.
@CheckReturnValue
@NullMarked
package com.pelcro.payments.application.recovery;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
