/// Sites and their keys.
@NullMarked
package com.pelcro.payments.http.dashboard.site;

import org.jspecify.annotations.NullMarked;
