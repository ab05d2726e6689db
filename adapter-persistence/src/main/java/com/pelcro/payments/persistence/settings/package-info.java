/// Who changed settings.
@NullMarked
package com.pelcro.payments.persistence.settings;

import org.jspecify.annotations.NullMarked;
