/// A real browser, driven by tests; others use it too.
@NullMarked
package com.pelcro.payments.simulator.browser;

import org.jspecify.annotations.NullMarked;
