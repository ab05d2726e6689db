package com.pelcro.payments.application.subscription;

import com.pelcro.payments.application.Once;
import com.pelcro.payments.application.Once.Created;
import com.pelcro.payments.application.Once.Repeated;
import com.pelcro.payments.application.Refusal.InvalidState;
import com.pelcro.payments.application.Refusal.KeyReused;
import com.pelcro.payments.application.Refusal.NotFound;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.Transactions;
import com.pelcro.payments.application.charge.ChargeExchange;
import com.pelcro.payments.application.charge.ChargeOpening.Opened;
import com.pelcro.payments.application.idempotency.Claim.Clash;
import com.pelcro.payments.application.idempotency.Claim.Fresh;
import com.pelcro.payments.application.idempotency.Claim.Repeat;
import com.pelcro.payments.application.idempotency.IdempotencyClaims;
import com.pelcro.payments.application.idempotency.Intent;
import com.pelcro.payments.application.renewal.PeriodOpening;
import com.pelcro.payments.application.renewal.Periods;
import com.pelcro.payments.application.renewal.Renewals;
import com.pelcro.payments.domain.operation.Actor;
import com.pelcro.payments.domain.renewal.RenewalId;
import com.pelcro.payments.domain.renewal.SubscriptionId;
import com.pelcro.payments.domain.subscription.Renewal;
import com.pelcro.payments.domain.subscription.RenewalState.Processing;
import com.pelcro.payments.domain.subscription.RenewalState.Scheduled;
import jakarta.inject.Inject;

/// Collects the period that is due, now and once: what a subscription collected on request is
/// waiting for, and what a customer who pays a declined period asks for.
public final class CollectPeriod {

  private sealed interface Opening {
    record Begun(RenewalId renewal, Opened opened) implements Opening {}

    record Known(RenewalId renewal) implements Opening {}
  }

  /// Where the periods of a subscription are kept and opened.
  public static final class Books {

    private final Renewals renewals;
    private final Periods periods;
    private final PeriodOpening opening;

    @Inject
    public Books(Renewals renewals, Periods periods, PeriodOpening opening) {
      this.renewals = renewals;
      this.periods = periods;
      this.opening = opening;
    }
  }

  private final Transactions transactions;
  private final IdempotencyClaims claims;
  private final LiveSubscription.Locked locked;
  private final Books books;
  private final ChargeExchange exchange;

  @Inject
  CollectPeriod(
      Transactions transactions,
      IdempotencyClaims claims,
      LiveSubscription.Locked locked,
      Books books,
      ChargeExchange exchange) {
    this.transactions = transactions;
    this.claims = claims;
    this.locked = locked;
    this.books = books;
    this.exchange = exchange;
  }

  public Result<Once<Renewal>> collect(Intent intent, SubscriptionId id) {
    return switch (transactions.inTransaction(() -> open(intent, id))) {
      case Refused(var refusal) -> new Refused<>(refusal);
      case Done(Opening.Known(var renewal)) -> new Done<>(new Repeated<>(found(intent, renewal)));
      case Done(Opening.Begun(var renewal, var opened)) -> {
        var _ = exchange.send(opened.charge(), opened.operation(), opened.instruction());
        yield new Done<>(new Created<>(found(intent, renewal)));
      }
    };
  }

  private Renewal found(Intent intent, RenewalId renewal) {
    return books.renewals.find(intent.site(), renewal).orElseThrow();
  }

  /// The subscription is locked before the key is claimed: which period is due is known only then.
  private Result<Opening> open(Intent intent, SubscriptionId id) {
    return switch (claims.look(intent)) {
      case Repeat(RenewalId earlier) ->
          Result.found(books.renewals.find(intent.site(), earlier), () -> new NotFound("renewal"))
              .map(known -> new Opening.Known(known.id()));
      case Repeat _, Clash _ -> new Refused<>(new KeyReused(intent.key()));
      case Fresh _ -> locked.find(intent.site(), id).then(live -> begin(intent, live));
    };
  }

  private Result<Opening> begin(Intent intent, LiveSubscription live) {
    var current = current(live);
    return switch (claims.claim(intent, current.id())) {
      case Fresh _ ->
          due(live, current)
              .then(due -> books.opening.open(live.subscription(), due, Actor.API, live.now()))
              .map(opened -> new Opening.Begun(current.id(), opened));
      case Repeat(RenewalId earlier) -> new Done<>(new Opening.Known(earlier));
      case Repeat _, Clash _ -> new Refused<>(new KeyReused(intent.key()));
    };
  }

  /// What was never collected and is over is not asked for any more.
  private Renewal current(LiveSubscription live) {
    var renewal = live.renewal();
    if (renewal.state() instanceof Scheduled && renewal.period().isOver(live.now())) {
      books.periods.skip(live.subscription(), renewal, live.now());
      return books.renewals.latest(renewal.site(), renewal.subscription()).orElseThrow();
    }
    return renewal;
  }

  private static Result<Renewal> due(LiveSubscription live, Renewal renewal) {
    if (renewal.state() instanceof Processing) {
      return new Refused<>(
          new InvalidState("a charge for this period is open; its answer decides"));
    }
    var begun = !renewal.period().start().isAfter(live.now());
    var collecting = live.subscription().isCollecting();
    if (!renewal.isCollectable() || !begun || !collecting || over(live, renewal)) {
      return new Refused<>(new InvalidState("nothing is due now"));
    }
    return new Done<>(renewal.price() == null ? priced(live, renewal) : renewal);
  }

  private static boolean over(LiveSubscription live, Renewal renewal) {
    return renewal.state() instanceof Scheduled && !live.subscription().goesOn();
  }

  private static Renewal priced(LiveSubscription live, Renewal renewal) {
    var subscription = live.subscription();
    return renewal.frozen(
        new Renewal.Price(subscription.amount(), subscription.method()), live.now());
  }
}
