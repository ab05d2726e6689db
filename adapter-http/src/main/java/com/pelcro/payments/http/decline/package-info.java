/// Why a card was declined or a step failed, as the API tells it.
@NullMarked
package com.pelcro.payments.http.decline;

import org.jspecify.annotations.NullMarked;
