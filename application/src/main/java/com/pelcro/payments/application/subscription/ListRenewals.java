package com.pelcro.payments.application.subscription;

import com.pelcro.payments.application.Refusal.NotFound;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Slice;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.application.renewal.Renewals;
import com.pelcro.payments.application.renewal.Subscriptions;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.renewal.SubscriptionId;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.domain.subscription.Renewal;
import com.pelcro.payments.domain.subscription.Subscription;
import jakarta.inject.Inject;
import java.util.List;

/// Lists the periods of a subscription with what was tried to collect them, newest first.
public final class ListRenewals {

  /// A period of a subscription, and the charges that were to pay it.
  public record Attempted(Subscription subscription, Renewal renewal, List<Charge> attempts) {}

  private final Subscriptions subscriptions;
  private final Renewals renewals;

  @Inject
  public ListRenewals(Subscriptions subscriptions, Renewals renewals) {
    this.subscriptions = subscriptions;
    this.renewals = renewals;
  }

  public Result<Slice<Attempted>> list(SiteId site, SubscriptionId id, Window window) {
    return Result.found(subscriptions.find(site, id), () -> new NotFound("subscription"))
        .map(
            subscription ->
                renewals.list(site, id, window).map(renewal -> attempted(subscription, renewal)));
  }

  /// One renewal of a subscription that is known to be there.
  public Attempted attempted(Subscription subscription, Renewal renewal) {
    return new Attempted(subscription, renewal, renewals.attempts(renewal.site(), renewal.id()));
  }

  /// A renewal with its subscription.
  public Attempted attempted(Renewal renewal) {
    return attempted(
        subscriptions.find(renewal.site(), renewal.subscription()).orElseThrow(), renewal);
  }
}
