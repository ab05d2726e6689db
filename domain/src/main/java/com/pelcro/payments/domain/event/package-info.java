/// What happened, in the past tense.
@NullMarked
package com.pelcro.payments.domain.event;

import org.jspecify.annotations.NullMarked;
