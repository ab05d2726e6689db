/// Sites and their settings, secrets sealed.
@NullMarked
package com.pelcro.payments.persistence.site;

import org.jspecify.annotations.NullMarked;
