/// The feeds, and what events show of the objects they tell of.
@NullMarked
package com.pelcro.payments.http.event;

import org.jspecify.annotations.NullMarked;
