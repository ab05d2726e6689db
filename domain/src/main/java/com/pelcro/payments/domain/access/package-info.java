/// Who may call.
@NullMarked
package com.pelcro.payments.domain.access;

import org.jspecify.annotations.NullMarked;
