package com.pelcro.payments.application.charge;

import com.pelcro.payments.application.Once;
import com.pelcro.payments.application.Once.Created;
import com.pelcro.payments.application.Once.Repeated;
import com.pelcro.payments.application.Refusal.KeyReused;
import com.pelcro.payments.application.Refusal.NotFound;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.Transactions;
import com.pelcro.payments.application.charge.ChargeOpening.Opened;
import com.pelcro.payments.application.charge.ChargeOpening.Order;
import com.pelcro.payments.application.idempotency.Claim.Clash;
import com.pelcro.payments.application.idempotency.Claim.Fresh;
import com.pelcro.payments.application.idempotency.Claim.Repeat;
import com.pelcro.payments.application.idempotency.IdempotencyClaims;
import com.pelcro.payments.application.idempotency.Intent;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.charge.Notes;
import com.pelcro.payments.domain.customer.CustomerId;
import com.pelcro.payments.domain.money.AskedAmount;
import com.pelcro.payments.domain.operation.Actor;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/// Asks for money once, however often the caller repeats the request.
public final class CreateCharge {

  public record Request(
      Intent intent,
      @Nullable CustomerId customer,
      PaidWith paidWith,
      AskedAmount amount,
      Charge.Mode mode,
      InitiatedBy initiatedBy,
      Notes notes) {}

  private sealed interface Opening {
    record Begun(Opened opened) implements Opening {}

    record Known(Charge charge) implements Opening {}
  }

  private final Transactions transactions;
  private final IdempotencyClaims claims;
  private final Charges charges;
  private final ChargeOpening opening;
  private final ChargeExchange exchange;

  @Inject
  public CreateCharge(
      Transactions transactions,
      IdempotencyClaims claims,
      Charges charges,
      ChargeOpening opening,
      ChargeExchange exchange) {
    this.transactions = transactions;
    this.claims = claims;
    this.charges = charges;
    this.opening = opening;
    this.exchange = exchange;
  }

  public Result<Once<Charge>> create(Request request) {
    return switch (transactions.inTransaction(() -> open(request))) {
      case Refused(var refusal) -> new Refused<>(refusal);
      case Done(Opening.Known(var charge)) -> new Done<>(new Repeated<>(charge));
      case Done(Opening.Begun(var opened)) ->
          new Done<>(
              new Created<>(
                  exchange.send(opened.charge(), opened.operation(), opened.instruction())));
    };
  }

  private Result<Opening> open(Request request) {
    var intent = request.intent();
    var id = ChargeId.next();
    return switch (claims.claim(intent, id)) {
      case Fresh _ -> opening.open(order(request), id).map(Opening.Begun::new);
      case Repeat(ChargeId earlier) ->
          Result.found(charges.find(intent.site(), earlier), () -> new NotFound("charge"))
              .map(Opening.Known::new);
      case Repeat _, Clash _ -> new Refused<>(new KeyReused(intent.key()));
    };
  }

  private static Order order(Request request) {
    return new Order(
        request.intent().site(),
        request.customer(),
        request.paidWith(),
        request.amount(),
        request.mode(),
        new Occasion.Single(request.initiatedBy()),
        request.notes(),
        null,
        Actor.API);
  }
}
