/// Cards we may charge.
@NullMarked
package com.pelcro.payments.persistence.paymentmethod;

import org.jspecify.annotations.NullMarked;
