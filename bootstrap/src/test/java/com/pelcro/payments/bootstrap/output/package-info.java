/// Looks at the end of a build whether any of its tests' output shows a secret.
@NullMarked
package com.pelcro.payments.bootstrap.output;

import org.jspecify.annotations.NullMarked;
