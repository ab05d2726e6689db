package com.pelcro.payments.application.renewal;

import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.charge.ChargeOpening;
import com.pelcro.payments.application.charge.ChargeOpening.Opened;
import com.pelcro.payments.application.charge.ChargeOpening.Order;
import com.pelcro.payments.application.charge.Occasion;
import com.pelcro.payments.application.charge.PaidWith;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.charge.Notes;
import com.pelcro.payments.domain.gateway.Initiation.Agreement;
import com.pelcro.payments.domain.gateway.Initiation.Regularity;
import com.pelcro.payments.domain.money.AskedAmount;
import com.pelcro.payments.domain.operation.Actor;
import com.pelcro.payments.domain.subscription.Renewal;
import com.pelcro.payments.domain.subscription.Subscription;
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

  /// With nobody there: the card networks' rules for a series.
  public Result<Opened> due(Subscription subscription, Renewal renewal, Instant now) {
    var occasion = new Occasion.NextPeriod(regularity(subscription));
    return open(subscription, renewal, saved(renewal), occasion, Actor.RENEWAL, now);
  }

  /// Asked for by the site, for a customer who is there or who called.
  public Result<Opened> asked(Subscription subscription, Renewal renewal, Instant now) {
    var occasion = new Occasion.NextPeriod(regularity(subscription));
    return open(subscription, renewal, saved(renewal), occasion, Actor.API, now);
  }

  /// The first period, by the customer who subscribes.
  public Result<Opened> first(
      Subscription subscription, Renewal renewal, PaidWith paidWith, Instant now) {
    var occasion = new Occasion.FirstPeriod(Agreement.FIXED);
    return open(subscription, renewal, paidWith, occasion, Actor.API, now);
  }

  private static PaidWith saved(Renewal renewal) {
    return new PaidWith.Saved(price(renewal).method());
  }

  private static Renewal.Price price(Renewal renewal) {
    return Objects.requireNonNull(renewal.price(), "a period that is due has its price");
  }

  private static Regularity regularity(Subscription subscription) {
    return subscription.isUnchanged() ? Regularity.FIXED : Regularity.VARIABLE;
  }

  private Result<Opened> open(
      Subscription subscription,
      Renewal renewal,
      PaidWith paidWith,
      Occasion occasion,
      Actor by,
      Instant now) {
    var amount = price(renewal).amount();
    var order =
        new Order(
            subscription.site(),
            subscription.customer(),
            paidWith,
            new AskedAmount(amount.minorUnits(), amount.currency()),
            Charge.Mode.SALE,
            occasion,
            notes(subscription),
            renewal.nextAttempt(),
            by);
    return charges
        .open(order, ChargeId.next())
        .map(opened -> awaited(subscription, renewal, opened, now));
  }

  /// A charge is found by what the site calls its subscription.
  private static Notes notes(Subscription subscription) {
    return subscription.notes();
  }

  private Opened awaited(Subscription subscription, Renewal renewal, Opened opened, Instant now) {
    var charge = opened.charge().id();
    renewals.update(renewal.processing(charge, now));
    subscriptions.update(subscription.collecting(renewal.period().index(), charge, now));
    return opened;
  }
}
