/// Card capture in the browser: capture contexts, the browser library, Flex v1 keys.
@NullMarked
package com.pelcro.payments.simulator.microform;

import org.jspecify.annotations.NullMarked;
