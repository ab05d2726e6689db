/// What makes a repeated request one request.
@NullMarked
package com.pelcro.payments.domain.idempotency;

import org.jspecify.annotations.NullMarked;
