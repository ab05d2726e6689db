/// Collecting one period of a subscription: which attempt is which, when to try again and when to
/// stop.
@NullMarked
package com.pelcro.payments.domain.renewal;

import org.jspecify.annotations.NullMarked;
