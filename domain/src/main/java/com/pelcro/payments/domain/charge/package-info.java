/// Money asked once.
@NullMarked
package com.pelcro.payments.domain.charge;

import org.jspecify.annotations.NullMarked;
