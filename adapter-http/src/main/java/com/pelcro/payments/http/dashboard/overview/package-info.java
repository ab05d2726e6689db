/// What needs a look first.
@NullMarked
package com.pelcro.payments.http.dashboard.overview;

import org.jspecify.annotations.NullMarked;
