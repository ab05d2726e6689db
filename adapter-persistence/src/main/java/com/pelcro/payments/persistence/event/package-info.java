/// The feed of each site.
@NullMarked
package com.pelcro.payments.persistence.event;

import org.jspecify.annotations.NullMarked;
