/// What operators and developers look at: health, figures, the contract.
@NullMarked
package com.pelcro.payments.http.ops;

import org.jspecify.annotations.NullMarked;
