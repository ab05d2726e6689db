/// Finding out what became of operations whose answer was lost: when to look, and what proves what.
@NullMarked
package com.pelcro.payments.domain.recovery;

import org.jspecify.annotations.NullMarked;
