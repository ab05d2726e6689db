/// The OpenAPI document, and requests held against it.
@NullMarked
package com.pelcro.payments.http.contract;

import org.jspecify.annotations.NullMarked;
