/// The dashboard in a real Chromium, over the service, a database and the simulator.
@NullMarked
package com.pelcro.payments.bootstrap.browser;

import org.jspecify.annotations.NullMarked;
