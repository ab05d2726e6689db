package com.pelcro.payments.application.refund;

import com.pelcro.payments.application.Once;
import com.pelcro.payments.application.Once.Created;
import com.pelcro.payments.application.Once.Repeated;
import com.pelcro.payments.application.Refusal.KeyReused;
import com.pelcro.payments.application.Refusal.NotFound;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.Transactions;
import com.pelcro.payments.application.idempotency.Claim.Clash;
import com.pelcro.payments.application.idempotency.Claim.Fresh;
import com.pelcro.payments.application.idempotency.Claim.Repeat;
import com.pelcro.payments.application.idempotency.IdempotencyClaims;
import com.pelcro.payments.application.idempotency.Intent;
import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.money.AskedAmount;
import com.pelcro.payments.domain.refund.Refund;
import com.pelcro.payments.domain.refund.RefundId;
import jakarta.inject.Inject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Gives captured money back, once however often it is asked for; what is still to go back at most,
/// if no amount is named.
public final class CreateRefund {

  public record Request(
      Intent intent,
      ChargeId charge,
      @Nullable AskedAmount amount,
      @Nullable String reason,
      Map<String, String> metadata) {}

  private sealed interface Opening {
    record Begun(RefundOpening.Opened opened) implements Opening {}

    record Known(Refund refund) implements Opening {}
  }

  private final Transactions transactions;
  private final IdempotencyClaims claims;
  private final Refunds refunds;
  private final RefundOpening opening;
  private final RefundExchange exchange;

  @Inject
  public CreateRefund(
      Transactions transactions,
      IdempotencyClaims claims,
      Refunds refunds,
      RefundOpening opening,
      RefundExchange exchange) {
    this.transactions = transactions;
    this.claims = claims;
    this.refunds = refunds;
    this.opening = opening;
    this.exchange = exchange;
  }

  public Result<Once<Refund>> create(Request request) {
    return switch (transactions.inTransaction(() -> open(request))) {
      case Refused(var refusal) -> new Refused<>(refusal);
      case Done(Opening.Known(var refund)) -> new Done<>(new Repeated<>(refund));
      case Done(Opening.Begun(RefundOpening.Opened(var charge, var refund, var asked, var how))) ->
          new Done<>(new Created<>(exchange.send(charge, refund, asked, how)));
    };
  }

  private Result<Opening> open(Request request) {
    var intent = request.intent();
    var id = RefundId.next();
    return switch (claims.claim(intent, id)) {
      case Fresh _ -> opening.open(request, id).map(Opening.Begun::new);
      case Repeat(RefundId earlier) ->
          Result.found(refunds.find(intent.site(), earlier), () -> new NotFound("refund"))
              .map(Opening.Known::new);
      case Repeat _, Clash _ -> new Refused<>(new KeyReused(intent.key()));
    };
  }
}
