/// Which gateway serves whom.
@CheckReturnValue
@NullMarked
package com.pelcro.payments.application.gateway;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
