/// Why an issuer says no, in words no gateway owns.
@NullMarked
package com.pelcro.payments.domain.decline;

import org.jspecify.annotations.NullMarked;
