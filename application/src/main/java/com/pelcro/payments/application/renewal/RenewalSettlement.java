package com.pelcro.payments.application.renewal;

import com.pelcro.payments.application.charge.Collected;
import com.pelcro.payments.application.event.EventLog;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.charge.ChargeState.Authorized;
import com.pelcro.payments.domain.charge.ChargeState.Captured;
import com.pelcro.payments.domain.charge.ChargeState.Declined;
import com.pelcro.payments.domain.charge.ChargeState.Failed;
import com.pelcro.payments.domain.charge.ChargeState.Open;
import com.pelcro.payments.domain.charge.ChargeState.Voided;
import com.pelcro.payments.domain.event.PaymentEvent.SubscriptionChanged;
import com.pelcro.payments.domain.event.PaymentEvent.SubscriptionChanged.Change;
import com.pelcro.payments.domain.renewal.RenewalAttempt;
import com.pelcro.payments.domain.subscription.Renewal;
import com.pelcro.payments.domain.subscription.Subscription;
import com.pelcro.payments.domain.subscription.SubscriptionState.Incomplete;
import com.pelcro.payments.domain.subscription.SubscriptionState.Trialing;
import jakarta.inject.Inject;
import java.time.Instant;

/// Gives a period the answer to its charge, whoever brings it: the payment itself, recovery, or an
/// operator.
public final class RenewalSettlement implements Collected {

  private final Subscriptions subscriptions;
  private final Renewals renewals;
  private final Periods periods;
  private final Dunning dunning;
  private final EventLog events;
  private final SiteTime time;

  @Inject
  public RenewalSettlement(
      Subscriptions subscriptions,
      Renewals renewals,
      Periods periods,
      Dunning dunning,
      EventLog events,
      SiteTime time) {
    this.subscriptions = subscriptions;
    this.renewals = renewals;
    this.periods = periods;
    this.dunning = dunning;
    this.events = events;
    this.time = time;
  }

  @Override
  public void resolved(Charge charge) {
    var attempt = charge.renewal();
    if (attempt != null) {
      resolved(charge, attempt);
    }
  }

  private void resolved(Charge charge, RenewalAttempt attempt) {
    var site = charge.site();
    var known = renewals.find(site, attempt.renewal()).orElseThrow();
    var subscription = subscriptions.lock(site, known.subscription()).orElseThrow();
    var renewal = renewals.find(site, attempt.renewal()).orElseThrow();
    if (renewal.awaits(charge.id())) {
      settle(subscription, renewal, charge);
    }
  }

  private void settle(Subscription subscription, Renewal renewal, Charge charge) {
    var now = time.now(charge.site());
    switch (charge.state()) {
      case Captured _ -> paid(subscription, renewal, charge, now);
      case Declined(var reason, _) -> dunning.declined(subscription, renewal, reason, now);
      case Failed _, Voided _ -> dunning.failed(subscription, renewal, now);
      case Open _, Authorized _ -> {}
    }
  }

  private void paid(Subscription before, Renewal renewal, Charge charge, Instant now) {
    renewals.update(renewal.paid(charge.id(), now));
    var after = withCard(before, renewal, charge, now).paid(now);
    subscriptions.update(after);
    events.append(new SubscriptionChanged(after, change(before)));
    periods.turn(after, now);
  }

  /// A card typed for the first period is known by another name if it was on file already.
  private static Subscription withCard(
      Subscription subscription, Renewal renewal, Charge charge, Instant now) {
    var price = renewal.price();
    return price != null && price.method().equals(subscription.method())
        ? subscription.chargedTo(charge.method(), now)
        : subscription;
  }

  private static Change change(Subscription before) {
    return before.state() instanceof Incomplete || before.state() instanceof Trialing
        ? Change.ACTIVATED
        : Change.RENEWED;
  }
}
