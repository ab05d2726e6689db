package com.pelcro.payments.application.subscription;

import static com.pelcro.payments.application.Outcomes.created;
import static com.pelcro.payments.application.Outcomes.done;

import com.pelcro.payments.application.Once;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Shop;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.application.charge.PaidWith;
import com.pelcro.payments.domain.charge.Notes;
import com.pelcro.payments.domain.gateway.SampleCard;
import com.pelcro.payments.domain.money.AskedAmount;
import com.pelcro.payments.domain.paymentmethod.PaymentMethod;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodId;
import com.pelcro.payments.domain.renewal.DunningPolicy;
import com.pelcro.payments.domain.renewal.DunningPolicy.FinalAction;
import com.pelcro.payments.domain.settings.TestEditors;
import com.pelcro.payments.domain.subscription.BillingInterval;
import com.pelcro.payments.domain.subscription.BillingInterval.Unit;
import com.pelcro.payments.domain.subscription.BillingTerms.Collection;
import com.pelcro.payments.domain.subscription.Renewal;
import com.pelcro.payments.domain.subscription.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A shop whose customers subscribe, monthly for ten euros unless a test says otherwise.
final class Subscribing {

  static final long PRICE = 1000;
  private static final Duration STEP = Duration.ofHours(1);
  private static final int MOST = 100;

  final Shop shop = Shop.open();
  final SubscriptionUseCases use =
      SubscriptionUseCases.on(shop.storage, shop.charges, shop.gateways, shop.clock);
  final PaymentMethod card = shop.saved(SampleCard.VISA);

  StartSubscription.Request request(PaidWith paidWith) {
    return request(paidWith, null, null, null, Collection.AUTOMATIC);
  }

  StartSubscription.Request request(
      PaidWith paidWith,
      @Nullable Instant startAt,
      @Nullable Instant trialEnd,
      @Nullable Integer totalPeriods,
      Collection collection) {
    return new StartSubscription.Request(
        shop.intent(),
        shop.ada.id(),
        paidWith,
        new AskedAmount(PRICE, null),
        new BillingInterval(Unit.MONTH, 1),
        startAt,
        trialEnd,
        ZoneOffset.UTC,
        totalPeriods,
        collection,
        Notes.NONE);
  }

  Result<Once<Subscription>> start(StartSubscription.Request request) {
    return use.start().start(request);
  }

  /// Paid with Ada's card on file, by itself, for ever.
  Subscription started() {
    return created(start(request(saved())));
  }

  Subscription onTrial(Duration trial) {
    var end = shop.clock.instant().plus(trial);
    return created(start(request(saved(), null, end, null, Collection.AUTOMATIC)));
  }

  Subscription onRequest() {
    return created(start(request(saved(), null, null, null, Collection.ON_REQUEST)));
  }

  PaidWith saved() {
    return saved(card.id());
  }

  static PaidWith saved(PaymentMethodId method) {
    return new PaidWith.Saved(method);
  }

  Subscription now(Subscription subscription) {
    return done(use.find().find(shop.id(), subscription.id()));
  }

  /// Its renewals, first period first.
  List<Renewal> renewals(Subscription subscription) {
    return done(use.renewals().list(shop.id(), subscription.id(), new Window(MOST, null)))
        .rows()
        .stream()
        .map(ListRenewals.Attempted::renewal)
        .toList()
        .reversed();
  }

  Renewal latest(Subscription subscription) {
    return renewals(subscription).getLast();
  }

  Result<Once<Renewal>> collect(Subscription subscription) {
    return use.collect().collect(shop.intent(), subscription.id());
  }

  void dunning(FinalAction action, Duration... waits) {
    var policy = new DunningPolicy(List.of(waits), action, true, Map.of(), 10);
    var _ = done(use.dunning().set(shop.id(), policy, TestEditors.OPERATOR));
  }

  /// Lets time pass and does whatever falls due on the way.
  void pass(Duration time) {
    var end = shop.clock.instant().plus(time);
    while (shop.clock.instant().isBefore(end)) {
      shop.clock.advance(STEP);
      work();
    }
  }

  /// Does what is due now.
  void work() {
    shop.recovery.recover().claim(MOST).forEach(shop.recovery.recover()::recover);
    use.run().claim(MOST).forEach(use.run()::renew);
  }

  /// What was charged in all, in cents.
  long taken() {
    return shop.gateway.ledger().sum(com.pelcro.payments.domain.gateway.memory.Movement.Kind.SALE);
  }
}
