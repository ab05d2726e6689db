package com.pelcro.payments.application.charge;

import static com.pelcro.payments.domain.gateway.FailureCode.GATEWAY_CREDENTIALS_REJECTED;

import com.pelcro.payments.application.Once;
import com.pelcro.payments.application.Once.Created;
import com.pelcro.payments.application.Once.Repeated;
import com.pelcro.payments.application.Refusal;
import com.pelcro.payments.application.Refusal.GatewayCredentialsRejected;
import com.pelcro.payments.application.Refusal.GatewayUnavailable;
import com.pelcro.payments.application.Refusal.InvalidState;
import com.pelcro.payments.application.Refusal.KeyReused;
import com.pelcro.payments.application.Refusal.NotFound;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.Transactions;
import com.pelcro.payments.application.charge.ChargeExchange.Followed;
import com.pelcro.payments.application.idempotency.Claim.Clash;
import com.pelcro.payments.application.idempotency.Claim.Fresh;
import com.pelcro.payments.application.idempotency.Claim.Repeat;
import com.pelcro.payments.application.idempotency.IdempotencyClaims;
import com.pelcro.payments.application.idempotency.Intent;
import com.pelcro.payments.application.site.Serving;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.charge.ChargeState.Approved;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Approval;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Decline;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Hold;
import com.pelcro.payments.domain.gateway.GatewayAnswer.NoAnswer;
import com.pelcro.payments.domain.gateway.GatewayAnswer.NotSent;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Rejection;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Review;
import com.pelcro.payments.domain.operation.Actor;
import com.pelcro.payments.domain.operation.Operation;
import com.pelcro.payments.domain.site.Integration;
import jakarta.inject.Inject;
import java.util.function.Function;

/// Moves a charge that exists on to its next step: claims the key, judges the charge under its
/// lock, records what will be asked, asks. What a capture and a void have in common.
final class FollowUps {

  private sealed interface Opening {
    record Begun(Charge charge, Operation operation, Integration integration) implements Opening {}

    record Known(Charge charge) implements Opening {}
  }

  private final Transactions transactions;
  private final IdempotencyClaims claims;
  private final Charges charges;
  private final Serving serving;
  private final ChargeResolution resolution;
  private final ChargeExchange exchange;

  @Inject
  FollowUps(
      Transactions transactions,
      IdempotencyClaims claims,
      Charges charges,
      Serving serving,
      ChargeResolution resolution,
      ChargeExchange exchange) {
    this.transactions = transactions;
    this.claims = claims;
    this.charges = charges;
    this.serving = serving;
    this.resolution = resolution;
    this.exchange = exchange;
  }

  /// `step` says what the charge becomes, or refuses; `advice` says what to do when the gateway
  /// says no. Then nothing came of it, and the key is free again.
  Result<Once<Charge>> follow(
      Intent intent,
      ChargeId id,
      Function<Charge, Result<Charge>> step,
      Function<Charge, String> advice) {
    return switch (transactions.inTransaction(() -> open(intent, id, step))) {
      case Refused(var refusal) -> new Refused<>(refusal);
      case Done(Opening.Known(var charge)) -> new Done<>(new Repeated<>(charge));
      case Done(Opening.Begun(var charge, var operation, var integration)) ->
          followed(intent, exchange.follow(charge, operation, integration), advice);
    };
  }

  private Result<Once<Charge>> followed(
      Intent intent, Followed followed, Function<Charge, String> advice) {
    return switch (followed.heard()) {
      case Approval _, Hold _, Review _, NoAnswer _ -> new Done<>(new Created<>(followed.charge()));
      case NotSent(var why) -> new Refused<>(freeing(intent, new GatewayUnavailable(why)));
      case Rejection(var failure) when failure.code() == GATEWAY_CREDENTIALS_REJECTED ->
          new Refused<>(freeing(intent, new GatewayCredentialsRejected()));
      case Rejection _, Decline _ ->
          followed.charge().state() instanceof Approved
              ? new Refused<>(freeing(intent, new InvalidState(advice.apply(followed.charge()))))
              : new Done<>(new Created<>(followed.charge()));
    };
  }

  private Refusal freeing(Intent intent, Refusal refusal) {
    return transactions.commit(
        () -> {
          claims.forget(intent);
          return refusal;
        });
  }

  private Result<Opening> open(Intent intent, ChargeId id, Function<Charge, Result<Charge>> step) {
    return switch (claims.claim(intent, id)) {
      case Fresh _ ->
          Result.found(charges.lock(intent.site(), id), () -> new NotFound("charge"))
              .then(Attention::unneeded)
              .then(step)
              .then(this::begin);
      case Repeat(ChargeId earlier) ->
          Result.found(charges.find(intent.site(), earlier), () -> new NotFound("charge"))
              .map(Opening.Known::new);
      case Repeat _, Clash _ -> new Refused<>(new KeyReused(intent.key()));
    };
  }

  private Result<Opening> begin(Charge charge) {
    return serving
        .present(charge.site(), charge.gateway())
        .map(integration -> begun(charge, integration));
  }

  private Opening begun(Charge charge, Integration integration) {
    return new Opening.Begun(charge, resolution.advance(charge, Actor.API), integration);
  }
}
