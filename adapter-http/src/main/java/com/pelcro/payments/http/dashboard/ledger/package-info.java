/// In what the gateway's books and ours differ.
@NullMarked
package com.pelcro.payments.http.dashboard.ledger;

import org.jspecify.annotations.NullMarked;
