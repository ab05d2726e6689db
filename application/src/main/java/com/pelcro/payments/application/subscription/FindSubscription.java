package com.pelcro.payments.application.subscription;

import com.pelcro.payments.application.Refusal.NotFound;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.renewal.Subscriptions;
import com.pelcro.payments.domain.renewal.SubscriptionId;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.domain.subscription.Subscription;
import jakarta.inject.Inject;

/// Shows one subscription.
public final class FindSubscription {

  private final Subscriptions subscriptions;

  @Inject
  public FindSubscription(Subscriptions subscriptions) {
    this.subscriptions = subscriptions;
  }

  public Result<Subscription> find(SiteId site, SubscriptionId id) {
    return Result.found(subscriptions.find(site, id), () -> new NotFound("subscription"));
  }
}
