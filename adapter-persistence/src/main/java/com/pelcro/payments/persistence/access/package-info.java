/// Site keys.
@NullMarked
package com.pelcro.payments.persistence.access;

import org.jspecify.annotations.NullMarked;
