/// The gateway's books held against our own.
@NullMarked
package com.pelcro.payments.domain.reconciliation;

import org.jspecify.annotations.NullMarked;
