package com.pelcro.payments.application.subscription;

import com.pelcro.payments.application.Refusal.InvalidState;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.Transactions;
import com.pelcro.payments.application.event.EventLog;
import com.pelcro.payments.application.renewal.Periods;
import com.pelcro.payments.application.renewal.Renewals;
import com.pelcro.payments.application.renewal.Subscriptions;
import com.pelcro.payments.domain.event.PaymentEvent.SubscriptionChanged;
import com.pelcro.payments.domain.event.PaymentEvent.SubscriptionChanged.Change;
import com.pelcro.payments.domain.renewal.SubscriptionId;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.domain.subscription.RenewalState.Scheduled;
import com.pelcro.payments.domain.subscription.Subscription;
import com.pelcro.payments.domain.subscription.SubscriptionState.Incomplete;
import com.pelcro.payments.domain.subscription.SubscriptionState.Paused;
import jakarta.inject.Inject;

/// Stops collecting, and goes on later with the period of that time: what was missed in between is
/// not asked for.
public final class PauseSubscription {

  private final Transactions transactions;
  private final LiveSubscription.Locked locked;
  private final Subscriptions subscriptions;
  private final Renewals renewals;
  private final Periods periods;
  private final EventLog events;

  @Inject
  PauseSubscription(
      Transactions transactions,
      LiveSubscription.Locked locked,
      Subscriptions subscriptions,
      Renewals renewals,
      Periods periods,
      EventLog events) {
    this.transactions = transactions;
    this.locked = locked;
    this.subscriptions = subscriptions;
    this.renewals = renewals;
    this.periods = periods;
    this.events = events;
  }

  public Result<Subscription> pause(SiteId site, SubscriptionId id) {
    return transactions.inTransaction(() -> locked.find(site, id).then(this::paused));
  }

  private Result<Subscription> paused(LiveSubscription live) {
    return switch (live.subscription().state()) {
      case Incomplete _ ->
          new Refused<>(new InvalidState("its first period is not paid; cancel it instead"));
      case Paused _ -> new Refused<>(new InvalidState("it is paused already"));
      default -> {
        if (live.renewal().isCollectable()) {
          renewals.update(live.renewal().in(new Scheduled(null), live.now()));
        }
        yield told(live.subscription().paused(live.now()), Change.PAUSED);
      }
    };
  }

  public Result<Subscription> resume(SiteId site, SubscriptionId id) {
    return transactions.inTransaction(() -> locked.find(site, id).then(this::resumed));
  }

  private Result<Subscription> resumed(LiveSubscription live) {
    if (!(live.subscription().state() instanceof Paused)) {
      return new Refused<>(new InvalidState("only a paused subscription can be resumed"));
    }
    var on = told(live.subscription().resumed(live.now()), Change.RESUMED);
    return on.map(subscription -> periods.resume(subscription, live.renewal(), live.now()));
  }

  private Result<Subscription> told(Subscription subscription, Change change) {
    subscriptions.update(subscription);
    events.append(new SubscriptionChanged(subscription, change));
    return new Done<>(subscription);
  }
}
