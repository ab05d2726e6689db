/// What happened in a while, counted, and lists of it to take away.
@CheckReturnValue
@NullMarked
package com.pelcro.payments.application.report;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
