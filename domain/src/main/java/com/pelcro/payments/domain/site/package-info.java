/// Who sells, and through which gateway.
@NullMarked
package com.pelcro.payments.domain.site;

import org.jspecify.annotations.NullMarked;
