package com.pelcro.payments.application.renewal;

import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.charge.ChargeOpening;
import com.pelcro.payments.application.charge.ChargeOpening.Opened;
import com.pelcro.payments.application.charge.ChargeOpening.Order;
import com.pelcro.payments.application.charge.Occasion;
import com.pelcro.payments.application.charge.PaidWith;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.gateway.Initiation.Agreement;
import com.pelcro.payments.domain.gateway.Initiation.Regularity;
import com.pelcro.payments.domain.money.AskedAmount;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.operation.Actor;
import com.pelcro.payments.domain.subscription.Renewal;
import com.pelcro.payments.domain.subscription.Subscription;
import com.pelcro.payments.domain.subscription.SubscriptionState.Incomplete;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Objects;

/// Writes down the charge that is to collect a period: the charge, the attempt it is, and that the
/// renewal awaits its answer. Part of a transaction that has locked the subscription, so that there
/// is one open charge for a period at most; the database says so again.
public final class PeriodOpening {

  private final ChargeOpening charges;
  private final Subscriptions subscriptions;
  private final Renewals renewals;

  @Inject
  public PeriodOpening(ChargeOpening charges, Subscriptions subscriptions, Renewals renewals) {
    this.charges = charges;
    this.subscriptions = subscriptions;
    this.renewals = renewals;
  }

  /// With nobody there, by the card networks' rules for a series; a first period that is paid late,
  /// and a card that was never charged, begin one.
  public Result<Opened> open(Subscription subscription, Renewal renewal, Actor by, Instant now) {
    return charges
        .open(order(subscription, renewal, by, now), ChargeId.next())
        .map(opened -> awaited(subscription, renewal, opened, now));
  }

  private static Renewal.Price price(Renewal renewal) {
    return Objects.requireNonNull(renewal.price(), "a period that is due has its price");
  }

  private static Regularity regularity(Subscription subscription) {
    return subscription.isUnchanged() ? Regularity.FIXED : Regularity.VARIABLE;
  }

  private static Order order(Subscription subscription, Renewal renewal, Actor by, Instant now) {
    var price = price(renewal);
    return new Order(
        subscription.site(),
        subscription.customer(),
        new PaidWith.Saved(price.method()),
        asked(price.amount()),
        Charge.Mode.SALE,
        occasion(subscription),
        subscription.notes(),
        renewal.nextAttempt(now),
        by);
  }

  private static AskedAmount asked(Money amount) {
    return new AskedAmount(amount.minorUnits(), amount.currency());
  }

  private static Occasion occasion(Subscription subscription) {
    return subscription.state() instanceof Incomplete
        ? new Occasion.FirstPeriod(Agreement.FIXED)
        : new Occasion.NextPeriod(regularity(subscription));
  }

  private Opened awaited(Subscription subscription, Renewal renewal, Opened opened, Instant now) {
    var charge = opened.charge().id();
    renewals.update(renewal.processing(charge, now));
    subscriptions.update(subscription.collecting(renewal.period().index(), charge, now));
    return opened;
  }
}
