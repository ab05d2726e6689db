/// What is wired to what; the compiler writes the rest.
@NullMarked
package com.pelcro.payments.bootstrap.wiring;

import org.jspecify.annotations.NullMarked;
