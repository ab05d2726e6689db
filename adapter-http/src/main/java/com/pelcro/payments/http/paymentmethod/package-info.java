/// Cards on file, never their numbers.
@NullMarked
package com.pelcro.payments.http.paymentmethod;

import org.jspecify.annotations.NullMarked;
