package com.pelcro.payments.application.charge;

import com.pelcro.payments.domain.customer.CustomerId;
import com.pelcro.payments.domain.renewal.SubscriptionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which charges are wanted; a part left out does not narrow. `status` is a status name of the API.
public record ChargeFilter(
    @Nullable CustomerId customer,
    @Nullable SubscriptionId subscription,
    @Nullable Status status,
    @Nullable String reference,
    @Nullable Instant createdAfter,
    @Nullable Instant createdBefore) {

  public static final ChargeFilter ALL = new ChargeFilter(null, null, null, null, null, null);
}
