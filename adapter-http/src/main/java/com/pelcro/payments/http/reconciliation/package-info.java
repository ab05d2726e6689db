/// Comparisons with the gateway's books, and what differs.
@NullMarked
package com.pelcro.payments.http.reconciliation;

import org.jspecify.annotations.NullMarked;
