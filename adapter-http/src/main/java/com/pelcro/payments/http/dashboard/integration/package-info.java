/// A site's gateways: choosing one, its settings, trying them out.
@NullMarked
package com.pelcro.payments.http.dashboard.integration;

import org.jspecify.annotations.NullMarked;
