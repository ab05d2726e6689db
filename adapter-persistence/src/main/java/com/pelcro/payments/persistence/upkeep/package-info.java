/// Rows that have served.
@NullMarked
package com.pelcro.payments.persistence.upkeep;

import org.jspecify.annotations.NullMarked;
