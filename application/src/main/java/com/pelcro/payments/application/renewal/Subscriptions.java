package com.pelcro.payments.application.renewal;

import com.pelcro.payments.application.Slice;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.domain.renewal.SubscriptionId;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.domain.subscription.Subscription;
import java.util.Optional;

/// All subscriptions.
public interface Subscriptions {

  void add(Subscription subscription);

  Optional<Subscription> find(SiteId site, SubscriptionId id);

  /// The subscription, locked until the transaction ends. Whoever changes its renewals has locked
  /// it first.
  Optional<Subscription> lock(SiteId site, SubscriptionId id);

  /// Replaces a subscription that this transaction has locked.
  void update(Subscription subscription);

  /// Newest first.
  Slice<Subscription> list(SiteId site, SubscriptionFilter filter, Window window);
}
