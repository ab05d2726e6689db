package com.pelcro.payments.application.subscription;

import com.pelcro.payments.application.Result;
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
import com.pelcro.payments.domain.subscription.SubscriptionState.Paused;
import jakarta.inject.Inject;

/// Ends a subscription: nothing falls due any more. A charge that is open goes its way, and if it
/// succeeds, it stands for its period.
public final class CancelSubscription {

  /// When it ends.
  public enum When {
    NOW,
    PERIOD_END
  }

  private final Transactions transactions;
  private final LiveSubscription.Locked locked;
  private final Subscriptions subscriptions;
  private final Renewals renewals;
  private final Periods periods;
  private final EventLog events;

  @Inject
  CancelSubscription(
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

  public Result<Subscription> cancel(SiteId site, SubscriptionId id, When when) {
    return transactions.inTransaction(
        () -> locked.find(site, id).map(live -> isNow(live, when) ? now(live) : later(live)));
  }

  /// A paused subscription has no period that could end.
  private static boolean isNow(LiveSubscription live, When when) {
    return when == When.NOW || live.subscription().state() instanceof Paused;
  }

  private Subscription now(LiveSubscription live) {
    return periods.close(
        live.subscription().canceled(live.now()), live.renewal(), Change.CANCELED, live.now());
  }

  /// What would be collected then by request only ends by itself all the same.
  private Subscription later(LiveSubscription live) {
    var canceling = live.subscription().cancelingAtPeriodEnd(live.now());
    subscriptions.update(canceling);
    if (live.renewal().state() instanceof Scheduled) {
      var start = live.renewal().period().start();
      renewals.update(live.renewal().in(new Scheduled(start), live.now()));
    }
    events.append(new SubscriptionChanged(canceling, Change.UPDATED));
    return canceling;
  }
}
