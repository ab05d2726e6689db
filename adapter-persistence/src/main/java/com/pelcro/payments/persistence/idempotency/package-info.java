/// Which key stands for what.
@NullMarked
package com.pelcro.payments.persistence.idempotency;

import org.jspecify.annotations.NullMarked;
