package com.pelcro.payments.application.renewal;

import com.pelcro.payments.application.Refusal;
import com.pelcro.payments.application.Refusal.CurrencyNotSupported;
import com.pelcro.payments.application.Refusal.IntegrationDisabled;
import com.pelcro.payments.application.Refusal.IntegrationMissing;
import com.pelcro.payments.application.Refusal.InvalidFields;
import com.pelcro.payments.application.Refusal.PaymentMethodUnusable;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.Transactions;
import com.pelcro.payments.application.charge.ChargeExchange;
import com.pelcro.payments.application.charge.ChargeOpening.Opened;
import com.pelcro.payments.domain.decline.DeclineCode;
import com.pelcro.payments.domain.decline.DeclineReason;
import com.pelcro.payments.domain.event.PaymentEvent.SubscriptionChanged.Change;
import com.pelcro.payments.domain.operation.Actor;
import com.pelcro.payments.domain.subscription.Renewal;
import com.pelcro.payments.domain.subscription.RenewalState.Held;
import com.pelcro.payments.domain.subscription.RenewalState.Paid;
import com.pelcro.payments.domain.subscription.RenewalState.Processing;
import com.pelcro.payments.domain.subscription.RenewalState.Retrying;
import com.pelcro.payments.domain.subscription.RenewalState.Scheduled;
import com.pelcro.payments.domain.subscription.RenewalState.Skipped;
import com.pelcro.payments.domain.subscription.RenewalState.Unpaid;
import com.pelcro.payments.domain.subscription.RenewalState.WaitingForPaymentMethod;
import com.pelcro.payments.domain.subscription.Subscription;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/// Does what is due of one renewal: collects its period, gives it up, skips it, or ends the
/// subscription. However often it is called, a period has one open charge at most.
public final class RenewSubscription {

  private final Transactions transactions;
  private final Subscriptions subscriptions;
  private final Renewals renewals;
  private final PeriodOpening opening;
  private final ChargeExchange exchange;
  private final Uncollected uncollected;

  @Inject
  public RenewSubscription(
      Transactions transactions,
      Subscriptions subscriptions,
      Renewals renewals,
      PeriodOpening opening,
      ChargeExchange exchange,
      Uncollected uncollected) {
    this.transactions = transactions;
    this.subscriptions = subscriptions;
    this.renewals = renewals;
    this.opening = opening;
    this.exchange = exchange;
    this.uncollected = uncollected;
  }

  /// The parts that decide what becomes of a period that is not charged for now.
  public static final class Uncollected {

    private final Dunning dunning;
    private final Periods periods;
    private final CardCaps caps;

    @Inject
    public Uncollected(Dunning dunning, Periods periods, CardCaps caps) {
      this.dunning = dunning;
      this.periods = periods;
      this.caps = caps;
    }
  }

  public void renew(DueRenewal due, Instant now) {
    transactions
        .commit(() -> opened(due, now))
        .ifPresent(
            opened -> {
              var _ = exchange.send(opened.charge(), opened.operation(), opened.instruction());
            });
  }

  private Optional<Opened> opened(DueRenewal due, Instant now) {
    var subscription = subscriptions.lock(due.site(), due.subscription()).orElseThrow();
    var renewal = renewals.find(due.site(), due.renewal()).orElseThrow();
    var isDue = renewal.due().filter(at -> !at.isAfter(now)).isPresent();
    return isDue ? collected(subscription, renewal, now) : Optional.empty();
  }

  private Optional<Opened> collected(Subscription subscription, Renewal renewal, Instant now) {
    if (!subscription.isCollecting()) {
      renewals.update(renewal.in(new Scheduled(null), now));
      return Optional.empty();
    }
    return switch (renewal.state()) {
      case Scheduled _ -> fallenDue(subscription, renewal, now);
      case WaitingForPaymentMethod _ -> {
        uncollected.dunning.giveUp(subscription, renewal, now);
        yield Optional.empty();
      }
      case Processing _, Paid _, Retrying _, Held _, Unpaid _, Skipped _ ->
          asked(subscription, renewal, now);
    };
  }

  private Optional<Opened> fallenDue(Subscription subscription, Renewal renewal, Instant now) {
    if (!subscription.goesOn()) {
      var _ =
          subscription.cancelAtPeriodEnd()
              ? uncollected.periods.close(subscription.canceled(now), renewal, Change.CANCELED, now)
              : uncollected.periods.close(subscription.ended(now), renewal, Change.ENDED, now);
      return Optional.empty();
    }
    if (renewal.period().isOver(now)) {
      uncollected.periods.skip(subscription, renewal, now);
      return Optional.empty();
    }
    var price = new Renewal.Price(subscription.amount(), subscription.method());
    return asked(subscription, renewal.frozen(price, now), now);
  }

  private Optional<Opened> asked(Subscription subscription, Renewal renewal, Instant now) {
    var capped = uncollected.caps.until(renewal, now);
    if (capped.isPresent()) {
      var late = subscription.passing(renewal.period().index(), now);
      uncollected.dunning.postponed(late, renewal, capped.get(), now);
      return Optional.empty();
    }
    return switch (opening.open(subscription, renewal, Actor.RENEWAL, now)) {
      case Done(var opened) -> Optional.of(opened);
      case Refused(var why) -> refused(subscription, renewal, why, now);
    };
  }

  private Optional<Opened> refused(
      Subscription subscription, Renewal renewal, Refusal why, Instant now) {
    var late = subscription.passing(renewal.period().index(), now);
    switch (why) {
      case PaymentMethodUnusable _, InvalidFields _ ->
          uncollected.dunning.unusable(
              late, renewal, DeclineReason.of(DeclineCode.EXPIRED_CARD), now);
      case IntegrationDisabled _, IntegrationMissing _, CurrencyNotSupported _ ->
          uncollected.dunning.stopped(late, renewal, now);
      default -> uncollected.dunning.failed(late, renewal, now);
    }
    return Optional.empty();
  }
}
