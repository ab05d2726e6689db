/// Card sessions and used tokens.
@NullMarked
package com.pelcro.payments.persistence.cardsession;

import org.jspecify.annotations.NullMarked;
