/// Sites and their gateway settings.
@CheckReturnValue
@NullMarked
package com.pelcro.payments.application.site;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
