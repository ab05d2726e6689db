package com.pelcro.payments.application.refund;

import com.pelcro.payments.application.Transactions;
import com.pelcro.payments.application.gateway.Gateways;
import com.pelcro.payments.application.refund.RefundResolution.Resolved;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.charge.ChargeState.Captured;
import com.pelcro.payments.domain.gateway.FollowUp;
import com.pelcro.payments.domain.gateway.GatewayAnswer;
import com.pelcro.payments.domain.gateway.PaymentGateway;
import com.pelcro.payments.domain.gateway.Target;
import com.pelcro.payments.domain.gateway.Witnessed;
import com.pelcro.payments.domain.operation.Operation;
import com.pelcro.payments.domain.operation.Proof;
import com.pelcro.payments.domain.refund.Refund;
import com.pelcro.payments.domain.site.Integration;
import jakarta.inject.Inject;

/// Sends what was recorded of a refund and resolves it by the answer: a refund's only path to the
/// gateway. Where an answer calls for another step (a refund after a void that came too late, the
/// release of the hold a void left), that is recorded with it and asked at once.
public final class RefundExchange {

  private final Transactions transactions;
  private final Gateways gateways;
  private final RefundResolution resolution;

  @Inject
  public RefundExchange(Transactions transactions, Gateways gateways, RefundResolution resolution) {
    this.transactions = transactions;
    this.gateways = gateways;
    this.resolution = resolution;
  }

  /// Asks for what was recorded: a void, a refund, or letting go of the hold.
  public Refund send(Charge charge, Refund refund, Operation operation, Integration integration) {
    var heard = ask(charge, operation, integration);
    return resolve(charge, refund, operation, integration, heard, Proof.ANSWER);
  }

  /// Resolves a refund by an answer that was lost and is known after all, and goes on from there.
  public Refund resolve(
      Charge charge,
      Refund refund,
      Operation operation,
      Integration integration,
      Witnessed<GatewayAnswer> heard,
      Proof proof) {
    return switch (transactions.commit(() -> resolution.apply(refund, operation, heard, proof))) {
      case Resolved(var now, var next) when next.isPresent() ->
          send(charge, now, next.get(), integration);
      case Resolved(var now, _) -> now;
    };
  }

  private Witnessed<GatewayAnswer> ask(
      Charge charge, Operation operation, Integration integration) {
    var payments = gateways.get(charge.gateway()).payments();
    return switch (operation.kind()) {
      case VOID -> payments.undo(followUp(operation, integration, charge.taking()));
      case REFUND -> payments.refund(followUp(operation, integration, charge.taking()));
      case RELEASE -> release(payments, charge, operation, integration);
      case CHARGE, CAPTURE, SAVE_CARD ->
          throw new IllegalStateException(operation.kind() + " gives nothing back");
    };
  }

  private static Witnessed<GatewayAnswer> release(
      PaymentGateway payments, Charge charge, Operation operation, Integration integration) {
    if (charge.state() instanceof Captured captured) {
      var payment = new Target.Payment(captured.payment().transactionId());
      return payments.release(followUp(operation, integration, payment));
    }
    throw new IllegalStateException(charge.id() + " is " + charge.state() + ", nothing is held");
  }

  private static FollowUp followUp(Operation operation, Integration integration, Target target) {
    return new FollowUp(integration, operation.references(), target, operation.amount());
  }
}
