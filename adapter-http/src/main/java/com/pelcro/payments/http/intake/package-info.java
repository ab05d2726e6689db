/// What comes in, before anything of ours looks at it: bytes into JSON, and what JSON may not hold.
@NullMarked
package com.pelcro.payments.http.intake;

import org.jspecify.annotations.NullMarked;
