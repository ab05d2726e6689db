/// The keys of a site.
@NullMarked
package com.pelcro.payments.http.dashboard.key;

import org.jspecify.annotations.NullMarked;
