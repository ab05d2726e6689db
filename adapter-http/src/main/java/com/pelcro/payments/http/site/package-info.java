/// Sites, the gateways there are, and a site's settings for them.
@NullMarked
package com.pelcro.payments.http.site;

import org.jspecify.annotations.NullMarked;
