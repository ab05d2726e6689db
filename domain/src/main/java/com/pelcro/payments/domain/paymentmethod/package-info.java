/// A card we may charge, never its number.
@NullMarked
package com.pelcro.payments.domain.paymentmethod;

import org.jspecify.annotations.NullMarked;
