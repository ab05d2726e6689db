/// Counts and lists over everything a site did.
@NullMarked
package com.pelcro.payments.persistence.report;

import org.jspecify.annotations.NullMarked;
