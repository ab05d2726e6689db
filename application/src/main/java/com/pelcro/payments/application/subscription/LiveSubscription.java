package com.pelcro.payments.application.subscription;

import com.pelcro.payments.application.Refusal.InvalidState;
import com.pelcro.payments.application.Refusal.NotFound;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.renewal.Renewals;
import com.pelcro.payments.application.renewal.SiteTime;
import com.pelcro.payments.application.renewal.Subscriptions;
import com.pelcro.payments.domain.renewal.SubscriptionId;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.domain.subscription.Renewal;
import com.pelcro.payments.domain.subscription.Subscription;
import jakarta.inject.Inject;
import java.time.Instant;

/// A subscription that still goes on, locked, with its latest renewal: what every change of one
/// begins with.
record LiveSubscription(Subscription subscription, Renewal renewal, Instant now) {

  /// Finds them. Part of a transaction.
  static final class Locked {

    private final Subscriptions subscriptions;
    private final Renewals renewals;
    private final SiteTime time;

    @Inject
    Locked(Subscriptions subscriptions, Renewals renewals, SiteTime time) {
      this.subscriptions = subscriptions;
      this.renewals = renewals;
      this.time = time;
    }

    /// Refuses what is over.
    Result<LiveSubscription> find(SiteId site, SubscriptionId id) {
      return Result.found(subscriptions.lock(site, id), () -> new NotFound("subscription"))
          .then(Locked::live)
          .map(
              subscription ->
                  new LiveSubscription(
                      subscription, renewals.latest(site, id).orElseThrow(), time.now(site)));
    }

    private static Result<Subscription> live(Subscription subscription) {
      return subscription.isLive()
          ? new Done<>(subscription)
          : new Refused<>(
              new InvalidState("the subscription is over; start another one in its place"));
    }
  }
}
