package com.pelcro.payments.application.subscription;

import com.pelcro.payments.application.Slice;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.application.renewal.SubscriptionFilter;
import com.pelcro.payments.application.renewal.Subscriptions;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.domain.subscription.Subscription;
import jakarta.inject.Inject;

/// Lists a site's subscriptions, newest first.
public final class ListSubscriptions {

  private final Subscriptions subscriptions;

  @Inject
  public ListSubscriptions(Subscriptions subscriptions) {
    this.subscriptions = subscriptions;
  }

  public Slice<Subscription> list(SiteId site, SubscriptionFilter filter, Window window) {
    return subscriptions.list(site, filter, window);
  }
}
