/// Signed things from the browser and for it: capture contexts, transient tokens and Flex tokens.
@NullMarked
package com.pelcro.payments.cybersource.capture;

import org.jspecify.annotations.NullMarked;
