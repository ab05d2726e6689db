/// Card sessions.
@NullMarked
package com.pelcro.payments.http.cardsession;

import org.jspecify.annotations.NullMarked;
