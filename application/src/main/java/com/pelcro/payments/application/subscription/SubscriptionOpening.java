package com.pelcro.payments.application.subscription;

import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.charge.ChargeOpening;
import com.pelcro.payments.application.charge.ChargeOpening.Opened;
import com.pelcro.payments.application.charge.ChargeOpening.Order;
import com.pelcro.payments.application.charge.Instructions;
import com.pelcro.payments.application.charge.Instructions.Drawn;
import com.pelcro.payments.application.charge.Occasion;
import com.pelcro.payments.application.event.EventLog;
import com.pelcro.payments.application.renewal.Renewals;
import com.pelcro.payments.application.renewal.Subscriptions;
import com.pelcro.payments.application.site.Serving;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.event.PaymentEvent.SubscriptionChanged;
import com.pelcro.payments.domain.event.PaymentEvent.SubscriptionChanged.Change;
import com.pelcro.payments.domain.gateway.Initiation.Agreement;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.operation.Actor;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodId;
import com.pelcro.payments.domain.renewal.RenewalAttempt;
import com.pelcro.payments.domain.renewal.RenewalId;
import com.pelcro.payments.domain.renewal.SubscriptionId;
import com.pelcro.payments.domain.subscription.BillingTerms;
import com.pelcro.payments.domain.subscription.BillingTerms.Collection;
import com.pelcro.payments.domain.subscription.Renewal;
import com.pelcro.payments.domain.subscription.RenewalState;
import com.pelcro.payments.domain.subscription.Subscription;
import com.pelcro.payments.domain.subscription.SubscriptionState;
import com.pelcro.payments.domain.subscription.SubscriptionState.Incomplete;
import com.pelcro.payments.domain.subscription.SubscriptionState.Trialing;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Writes a subscription down, with its first period and, if that is due, the charge for it. Part
/// of a transaction.
final class SubscriptionOpening {

  private final Instructions instructions;
  private final ChargeOpening charges;
  private final Subscriptions subscriptions;
  private final Renewals renewals;
  private final EventLog events;

  @Inject
  SubscriptionOpening(
      Instructions instructions,
      ChargeOpening charges,
      Subscriptions subscriptions,
      Renewals renewals,
      EventLog events) {
    this.instructions = instructions;
    this.charges = charges;
    this.subscriptions = subscriptions;
    this.renewals = renewals;
    this.events = events;
  }

  /// The charge to be sent, unless the first period begins later.
  Result<Optional<Opened>> open(StartSubscription.Request request, SubscriptionId id, Instant now) {
    return request.startAt() == null && request.trialEnd() == null
        ? dueNow(request, id, now)
        : dueLater(request, id, now);
  }

  private Result<Optional<Opened>> dueNow(
      StartSubscription.Request request, SubscriptionId id, Instant now) {
    var renewal = RenewalId.next();
    return charges
        .open(order(request, id, renewal, now), ChargeId.next())
        .map(opened -> Optional.of(begun(request, id, renewal, opened, now)));
  }

  private static Order order(
      StartSubscription.Request request, SubscriptionId id, RenewalId renewal, Instant now) {
    return new Order(
        request.intent().site(),
        request.customer(),
        request.paidWith(),
        request.amount(),
        Charge.Mode.SALE,
        new Occasion.FirstPeriod(Agreement.FIXED),
        request.notes(),
        new RenewalAttempt(id, renewal, 1, now),
        Actor.API);
  }

  private Opened begun(
      StartSubscription.Request request,
      SubscriptionId id,
      RenewalId renewal,
      Opened opened,
      Instant now) {
    var charge = opened.charge();
    var waiting = new Incomplete(now.plus(Subscription.TO_COMPLETE));
    var subscription =
        subscription(request, id, charge.method(), charge.amount(), waiting, charge.id(), now);
    add(subscription);
    renewals.add(
        new Renewal(
            renewal,
            subscription.site(),
            id,
            subscription.terms().period(0),
            new Renewal.Price(charge.amount(), charge.method()),
            new RenewalState.Processing(charge.id()),
            1,
            0,
            now));
    return opened;
  }

  private Result<Optional<Opened>> dueLater(
      StartSubscription.Request request, SubscriptionId id, Instant now) {
    var occasion = new Occasion.FirstPeriod(Agreement.FIXED);
    return instructions
        .draw(request.intent().site(), request.customer(), request.paidWith(), occasion, now)
        .then(drawn -> priced(request, drawn, id, now));
  }

  private Result<Optional<Opened>> priced(
      StartSubscription.Request request, Drawn drawn, SubscriptionId id, Instant now) {
    return Serving.amount(request.amount(), drawn.integration())
        .map(
            amount -> {
              var subscription =
                  subscription(request, id, drawn.method().id(), amount, new Trialing(), null, now);
              add(subscription);
              var first = subscription.terms().period(0);
              var due =
                  subscription.terms().collection() == Collection.AUTOMATIC ? first.start() : null;
              renewals.add(Renewal.scheduled(subscription, first, due, now));
              return Optional.empty();
            });
  }

  private void add(Subscription subscription) {
    subscriptions.add(subscription);
    events.append(new SubscriptionChanged(subscription, Change.CREATED));
  }

  private static Subscription subscription(
      StartSubscription.Request request,
      SubscriptionId id,
      PaymentMethodId method,
      Money amount,
      SubscriptionState state,
      @Nullable ChargeId charge,
      Instant now) {
    var start = Objects.requireNonNullElse(request.startAt(), now);
    var terms =
        new BillingTerms(
            Objects.requireNonNullElse(request.trialEnd(), start),
            request.zone(),
            request.interval(),
            request.totalPeriods(),
            request.collection());
    return new Subscription(
        id,
        request.intent().site(),
        request.customer(),
        method,
        amount,
        amount,
        terms,
        state,
        start,
        charge == null ? -1 : 0,
        false,
        0,
        charge,
        request.notes(),
        now,
        now);
  }
}
