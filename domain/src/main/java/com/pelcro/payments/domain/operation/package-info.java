/// One thing asked of the gateway, under references of its own.
@NullMarked
package com.pelcro.payments.domain.operation;

import org.jspecify.annotations.NullMarked;
