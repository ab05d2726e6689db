/// What was changed of a site's settings, by whom.
@CheckReturnValue
@NullMarked
package com.pelcro.payments.application.settings;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
