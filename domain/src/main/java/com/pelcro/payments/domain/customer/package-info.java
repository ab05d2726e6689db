/// Who pays.
@NullMarked
package com.pelcro.payments.domain.customer;

import org.jspecify.annotations.NullMarked;
