package com.pelcro.payments.application.subscription;

import com.pelcro.payments.application.Once;
import com.pelcro.payments.application.Once.Created;
import com.pelcro.payments.application.Once.Repeated;
import com.pelcro.payments.application.Refusal;
import com.pelcro.payments.application.Refusal.FieldProblem;
import com.pelcro.payments.application.Refusal.FieldProblem.Kind;
import com.pelcro.payments.application.Refusal.InvalidFields;
import com.pelcro.payments.application.Refusal.KeyReused;
import com.pelcro.payments.application.Refusal.NotFound;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.Transactions;
import com.pelcro.payments.application.charge.ChargeExchange;
import com.pelcro.payments.application.charge.ChargeOpening.Opened;
import com.pelcro.payments.application.charge.PaidWith;
import com.pelcro.payments.application.idempotency.Claim.Clash;
import com.pelcro.payments.application.idempotency.Claim.Fresh;
import com.pelcro.payments.application.idempotency.Claim.Repeat;
import com.pelcro.payments.application.idempotency.IdempotencyClaims;
import com.pelcro.payments.application.idempotency.Intent;
import com.pelcro.payments.application.renewal.Subscriptions;
import com.pelcro.payments.domain.charge.Notes;
import com.pelcro.payments.domain.customer.CustomerId;
import com.pelcro.payments.domain.money.AskedAmount;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodId;
import com.pelcro.payments.domain.renewal.SubscriptionId;
import com.pelcro.payments.domain.subscription.BillingInterval;
import com.pelcro.payments.domain.subscription.BillingTerms.Collection;
import com.pelcro.payments.domain.subscription.Subscription;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Starts a subscription once, however often the caller repeats the request. Unless it begins
/// later, its first period is charged for at once, and what comes of that is the subscription's
/// state.
public final class StartSubscription {

  /// What is subscribed to, and how it is paid.
  ///
  /// @param startAt when the first period, or the trial before it, begins; now, without
  /// @param trialEnd when the first period begins that costs money
  public record Request(
      Intent intent,
      CustomerId customer,
      PaidWith paidWith,
      AskedAmount amount,
      BillingInterval interval,
      @Nullable Instant startAt,
      @Nullable Instant trialEnd,
      ZoneId zone,
      @Nullable Integer totalPeriods,
      Collection collection,
      Notes notes) {

    /// Whether nothing is charged yet.
    boolean beginsLater() {
      return startAt != null || trialEnd != null;
    }

    Request paidWith(PaymentMethodId card) {
      return new Request(
          intent,
          customer,
          new PaidWith.Saved(card),
          amount,
          interval,
          startAt,
          trialEnd,
          zone,
          totalPeriods,
          collection,
          notes);
    }
  }

  /// Nobody plans further ahead, and dates far beyond cannot be written down any more.
  static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  private sealed interface Opening {
    record Begun(SubscriptionId id, Optional<Opened> first) implements Opening {}

    record Known(SubscriptionId id) implements Opening {}
  }

  private final Transactions transactions;
  private final IdempotencyClaims claims;
  private final Subscriptions subscriptions;
  private final SubscriptionOpening opening;
  private final ChargeExchange exchange;
  private final SubscriptionIntake intake;

  @Inject
  public StartSubscription(
      Transactions transactions,
      IdempotencyClaims claims,
      Subscriptions subscriptions,
      SubscriptionOpening opening,
      ChargeExchange exchange,
      SubscriptionIntake intake) {
    this.transactions = transactions;
    this.claims = claims;
    this.subscriptions = subscriptions;
    this.opening = opening;
    this.exchange = exchange;
    this.intake = intake;
  }

  public Result<Once<Subscription>> start(Request request) {
    return intake.onFile(request).then(this::begun);
  }

  private Result<Once<Subscription>> begun(Request request) {
    return switch (transactions.inTransaction(() -> open(request))) {
      case Refused(var refusal) -> new Refused<>(refusal);
      case Done(Opening.Known(var id)) -> new Done<>(new Repeated<>(found(request, id)));
      case Done(Opening.Begun(var id, var first)) -> {
        first.ifPresent(
            opened -> {
              var _ = exchange.send(opened.charge(), opened.operation(), opened.instruction());
            });
        yield new Done<>(new Created<>(found(request, id)));
      }
    };
  }

  private Subscription found(Request request, SubscriptionId id) {
    return subscriptions.find(request.intent().site(), id).orElseThrow();
  }

  private Result<Opening> open(Request request) {
    var intent = request.intent();
    var id = SubscriptionId.next();
    return switch (claims.claim(intent, id)) {
      case Fresh _ -> begin(request, id);
      case Repeat(SubscriptionId earlier) ->
          Result.found(
                  subscriptions.find(intent.site(), earlier), () -> new NotFound("subscription"))
              .map(known -> new Opening.Known(known.id()));
      case Repeat _, Clash _ -> new Refused<>(new KeyReused(intent.key()));
    };
  }

  private Result<Opening> begin(Request request, SubscriptionId id) {
    return intake
        .timely(request)
        .then(timely -> opening.open(timely.request(), id, timely.now()))
        .map(first -> new Opening.Begun(id, first));
  }

  static Refusal tooLate(String pointer) {
    return invalid(pointer, "must lie before " + LATEST);
  }

  static Refusal invalid(String pointer, String detail) {
    return new InvalidFields(List.of(new FieldProblem(pointer, Kind.INVALID, detail)));
  }
}
