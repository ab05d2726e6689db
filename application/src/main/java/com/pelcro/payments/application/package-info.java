/// Use cases and the storage ports they need.
@CheckReturnValue
@NullMarked
package com.pelcro.payments.application;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
