/// Amounts in minor units.
@NullMarked
package com.pelcro.payments.domain.money;

import org.jspecify.annotations.NullMarked;
