/// Who changed which settings of a site, when.
@NullMarked
package com.pelcro.payments.domain.settings;

import org.jspecify.annotations.NullMarked;
