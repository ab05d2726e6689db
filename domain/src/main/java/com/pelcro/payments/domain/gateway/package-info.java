/// The payment ports, what is asked through them and all a gateway can say.
@NullMarked
package com.pelcro.payments.domain.gateway;

import org.jspecify.annotations.NullMarked;
