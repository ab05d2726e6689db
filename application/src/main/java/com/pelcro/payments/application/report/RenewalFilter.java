package com.pelcro.payments.application.report;

import com.pelcro.payments.domain.renewal.SubscriptionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which renewals are wanted, by the subscription, how they stand, and when their period begins; a
/// part left out does not narrow.
public record RenewalFilter(
    @Nullable SubscriptionId subscription,
    @Nullable RenewalStatus status,
    @Nullable Instant startsAfter,
    @Nullable Instant startsBefore) {

  public static final RenewalFilter ALL = new RenewalFilter(null, null, null, null);
}
