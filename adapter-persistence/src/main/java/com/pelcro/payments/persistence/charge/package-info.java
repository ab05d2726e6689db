/// Charges.
@NullMarked
package com.pelcro.payments.persistence.charge;

import org.jspecify.annotations.NullMarked;
