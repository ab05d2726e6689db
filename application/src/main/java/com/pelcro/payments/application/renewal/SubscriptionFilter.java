package com.pelcro.payments.application.renewal;

import com.pelcro.payments.domain.customer.CustomerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which subscriptions are wanted; what is left out does not matter: `renewingBefore` asks for
/// those of which a period falls due before that.
public record SubscriptionFilter(
    @Nullable CustomerId customer,
    @Nullable SubscriptionStatus status,
    @Nullable String externalId,
    @Nullable Instant renewingBefore) {

  /// All of them.
  public static final SubscriptionFilter ALL = new SubscriptionFilter(null, null, null, null);
}
