/// JSON in and out, and what every resource's JSON has in common.
@NullMarked
package com.pelcro.payments.http.json;

import org.jspecify.annotations.NullMarked;
