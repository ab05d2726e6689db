/// The hosted card fields of one page view.
@NullMarked
package com.pelcro.payments.domain.cardsession;

import org.jspecify.annotations.NullMarked;
