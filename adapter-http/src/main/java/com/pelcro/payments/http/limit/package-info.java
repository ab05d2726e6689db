/// How much one caller may ask for.
@NullMarked
package com.pelcro.payments.http.limit;

import org.jspecify.annotations.NullMarked;
