/// Comparisons of books, what they differ in, and what they look at.
@NullMarked
package com.pelcro.payments.persistence.reconciliation;

import org.jspecify.annotations.NullMarked;
