package com.pelcro.payments.application.paymentmethod;

import com.pelcro.payments.application.Refusal;
import com.pelcro.payments.application.Refusal.GatewayCredentialsRejected;
import com.pelcro.payments.application.Refusal.GatewayUnavailable;
import com.pelcro.payments.application.Refusal.PaymentMethodUnusable;
import com.pelcro.payments.application.Refusal.TokenInvalid;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.cardsession.CardSessions;
import com.pelcro.payments.application.idempotency.IdempotencyClaims;
import com.pelcro.payments.application.operation.Journal;
import com.pelcro.payments.domain.decline.DeclineReason;
import com.pelcro.payments.domain.gateway.Failure;
import com.pelcro.payments.domain.gateway.GatewayAnswer;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Approval;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Decline;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Hold;
import com.pelcro.payments.domain.gateway.GatewayAnswer.NoAnswer;
import com.pelcro.payments.domain.gateway.GatewayAnswer.NotSent;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Rejection;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Review;
import com.pelcro.payments.domain.gateway.GatewayReference;
import com.pelcro.payments.domain.gateway.VaultedCard;
import com.pelcro.payments.domain.gateway.Witnessed;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.operation.Actor;
import com.pelcro.payments.domain.operation.Operation;
import com.pelcro.payments.domain.operation.OperationKind;
import com.pelcro.payments.domain.operation.Proof;
import com.pelcro.payments.domain.paymentmethod.PaymentMethod;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodState.Unusable;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodState.Verifying;
import jakarta.inject.Inject;
import java.time.InstantSource;

/// Applies the gateway's answer to a card that was sent to the vault. Part of a transaction.
public final class CardResolution {

  private final PaymentMethods methods;
  private final Journal journal;
  private final IdempotencyClaims claims;
  private final CardSessions sessions;
  private final CardSettlement settlement;
  private final InstantSource clock;

  @Inject
  public CardResolution(
      PaymentMethods methods,
      Journal journal,
      IdempotencyClaims claims,
      CardSessions sessions,
      CardSettlement settlement,
      InstantSource clock) {
    this.methods = methods;
    this.journal = journal;
    this.claims = claims;
    this.sessions = sessions;
    this.settlement = settlement;
    this.clock = clock;
  }

  Operation record(TakenCard card) {
    var nothing = Money.zero(card.integration().currency());
    return journal.asked(
        card.method().site(), OperationKind.SAVE_CARD, card.method().id(), nothing, Actor.API);
  }

  /// What became of the card. After an answer that left nothing the key is free again; a decline is
  /// kept under it.
  Result<PaymentMethod> apply(
      PaymentMethod sent, Operation operation, Witnessed<GatewayAnswer> heard, Proof proof) {
    var taken = settlement.lock(sent.site(), sent.id()).orElseThrow();
    var _ = journal.heard(operation, heard, proof);
    if (!(taken.state() instanceof Verifying)) {
      return new Done<>(taken);
    }
    return switch (heard.answer()) {
      case Approval(var reference, var card) when card != null ->
          new Done<>(keep(begun(taken, reference, operation.amount()), card));
      case Approval _ -> nothing(taken, new GatewayUnavailable("the gateway stored no card"));
      case Decline(var reason, _) -> declined(taken, reason);
      case Hold(_, _, var reason) -> declined(taken, reason);
      case Rejection(var failure) -> nothing(taken, refusal(failure));
      case NotSent(var why) -> nothing(taken, new GatewayUnavailable(why));
      case Review _, NoAnswer _ -> new Done<>(taken);
    };
  }

  /// The verification is what the customer agreed to: the card networks want to hear of it when the
  /// site charges the card on its own.
  private static PaymentMethod begun(
      PaymentMethod taken, GatewayReference reference, Money verified) {
    return taken.with(taken.lineage().after(reference.networkTransactionId(), verified));
  }

  private PaymentMethod keep(PaymentMethod taken, VaultedCard card) {
    settlement.approved(taken);
    var kept = settlement.keep(taken, card);
    if (!kept.id().equals(taken.id())) {
      claims.redirect(taken.site(), taken.id(), kept.id());
    }
    return taken.isDefault() && !kept.isDefault() ? settlement.makeDefault(kept) : kept;
  }

  private Result<PaymentMethod> declined(PaymentMethod taken, DeclineReason reason) {
    var now = clock.instant();
    settlement.declined(taken);
    methods.update(taken.asDefault(false, now).in(new Unusable(reason), now));
    sessions.free(taken.site(), taken.id());
    return new Refused<>(
        new PaymentMethodUnusable(taken.id(), "its issuer declined the card", reason));
  }

  private Result<PaymentMethod> nothing(PaymentMethod taken, Refusal why) {
    settlement.dropAndFree(taken);
    claims.forget(taken.site(), taken.id());
    return new Refused<>(why);
  }

  private static Refusal refusal(Failure failure) {
    return switch (failure.code()) {
      case GATEWAY_CREDENTIALS_REJECTED -> new GatewayCredentialsRejected();
      case TOKEN_UNUSABLE -> new TokenInvalid(failure.detail());
      case GATEWAY_REJECTED -> new PaymentMethodUnusable(null, failure.detail(), null);
      case GATEWAY_UNAVAILABLE,
          GATEWAY_MISCONFIGURED,
          NOT_SUPPORTED,
          NOT_VOIDABLE,
          ALREADY_UNDONE,
          REFUND_DECLINED,
          ANNULLED,
          ABSENT ->
          new GatewayUnavailable(failure.detail());
    };
  }
}
