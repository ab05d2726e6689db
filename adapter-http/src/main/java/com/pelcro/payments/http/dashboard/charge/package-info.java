/// Charges: finding one, what happened to it, and what can be done about it.
@NullMarked
package com.pelcro.payments.http.dashboard.charge;

import org.jspecify.annotations.NullMarked;
