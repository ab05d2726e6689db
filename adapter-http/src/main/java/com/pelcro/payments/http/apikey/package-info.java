/// The keys of a site.
@NullMarked
package com.pelcro.payments.http.apikey;

import org.jspecify.annotations.NullMarked;
