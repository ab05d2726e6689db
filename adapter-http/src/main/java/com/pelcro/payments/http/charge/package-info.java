/// Charges.
@NullMarked
package com.pelcro.payments.http.charge;

import org.jspecify.annotations.NullMarked;
