/// Renewals as rows and as a queue, dunning policies and test clocks.
@NullMarked
package com.pelcro.payments.persistence.renewal;

import org.jspecify.annotations.NullMarked;
