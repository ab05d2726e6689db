/// Cards as the networks number them, and cards captured in a browser.
@NullMarked
package com.pelcro.payments.simulator.card;

import org.jspecify.annotations.NullMarked;
