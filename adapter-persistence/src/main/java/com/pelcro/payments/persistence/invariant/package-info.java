/// Looks for rows that break what is always true.
@NullMarked
package com.pelcro.payments.persistence.invariant;

import org.jspecify.annotations.NullMarked;
