/// The feed of what happened: appended to in the transaction of each change, read in the order of
/// commits.
@CheckReturnValue
@NullMarked
package com.pelcro.payments.application.event;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
