package com.pelcro.payments.application.charge;

import com.pelcro.payments.application.Transactions;
import com.pelcro.payments.application.charge.ChargeResolution.Resolved;
import com.pelcro.payments.application.gateway.Gateways;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.charge.ChargeState.Authorized;
import com.pelcro.payments.domain.charge.ChargeState.Captured;
import com.pelcro.payments.domain.charge.ChargeState.Capturing;
import com.pelcro.payments.domain.charge.ChargeState.Declined;
import com.pelcro.payments.domain.charge.ChargeState.Failed;
import com.pelcro.payments.domain.charge.ChargeState.InReview;
import com.pelcro.payments.domain.charge.ChargeState.Pending;
import com.pelcro.payments.domain.charge.ChargeState.Releasing;
import com.pelcro.payments.domain.charge.ChargeState.Voided;
import com.pelcro.payments.domain.charge.ChargeState.Voiding;
import com.pelcro.payments.domain.gateway.FollowUp;
import com.pelcro.payments.domain.gateway.GatewayAnswer;
import com.pelcro.payments.domain.gateway.Instruction;
import com.pelcro.payments.domain.gateway.PaymentGateway;
import com.pelcro.payments.domain.gateway.Target;
import com.pelcro.payments.domain.gateway.Witnessed;
import com.pelcro.payments.domain.operation.Operation;
import com.pelcro.payments.domain.operation.Proof;
import com.pelcro.payments.domain.site.Integration;
import jakarta.inject.Inject;

/// Sends what was recorded of a charge and resolves it by the answer: a charge's only path to the
/// gateway. Where an answer calls for another step (a hold to be released), that is recorded with
/// it and asked at once.
public final class ChargeExchange {

  /// A charge after its next step was asked for, and what the gateway said to that step.
  public record Followed(Charge charge, GatewayAnswer heard) {}

  private final Transactions transactions;
  private final Gateways gateways;
  private final ChargeResolution resolution;

  @Inject
  public ChargeExchange(Transactions transactions, Gateways gateways, ChargeResolution resolution) {
    this.transactions = transactions;
    this.gateways = gateways;
    this.resolution = resolution;
  }

  /// Asks for the charge itself.
  public Charge send(Charge charge, Operation operation, Instruction instruction) {
    var payments = payments(charge);
    var heard =
        switch (charge.mode()) {
          case SALE -> payments.sale(instruction);
          case AUTHORIZATION -> payments.authorize(instruction);
        };
    return resolve(charge, operation, instruction.integration(), heard, Proof.ANSWER);
  }

  /// Asks for what the charge's state calls for: a capture, a void or a release.
  public Followed follow(Charge charge, Operation operation, Integration integration) {
    var heard = ask(charge, operation, integration);
    return new Followed(
        resolve(charge, operation, integration, heard, Proof.ANSWER), heard.answer());
  }

  /// Resolves a charge by an answer that was lost and is known after all, and goes on from there.
  public Charge resolve(
      Charge charge,
      Operation operation,
      Integration integration,
      Witnessed<GatewayAnswer> heard,
      Proof proof) {
    return proceed(
        transactions.commit(() -> resolution.apply(charge, operation, heard, proof)), integration);
  }

  /// Asks at once for what a resolution calls for next, if anything.
  public Charge proceed(Resolved resolved, Integration integration) {
    return resolved
        .next()
        .map(next -> follow(resolved.charge(), next, integration).charge())
        .orElse(resolved.charge());
  }

  private Witnessed<GatewayAnswer> ask(
      Charge charge, Operation operation, Integration integration) {
    var payments = payments(charge);
    return switch (charge.state()) {
      case Capturing(var payment, var asked) ->
          payments.capture(
              new FollowUp(
                  integration,
                  operation.references(),
                  new Target.Payment(payment.transactionId()),
                  asked));
      case Voiding(Captured captured) ->
          payments.undo(
              new FollowUp(integration, operation.references(), charge.taking(), captured.taken()));
      case Voiding(Authorized(var payment)) ->
          release(payments, operation, integration, payment.transactionId());
      case Releasing(var payment, _, _) ->
          release(payments, operation, integration, payment.transactionId());
      case Pending _, InReview _, Authorized _, Captured _, Voided _, Declined _, Failed _ ->
          throw new IllegalStateException(
              charge.id() + " is " + charge.state() + ": nothing to follow up");
    };
  }

  private static Witnessed<GatewayAnswer> release(
      PaymentGateway payments, Operation operation, Integration integration, String payment) {
    return payments.release(
        new FollowUp(
            integration, operation.references(), new Target.Payment(payment), operation.amount()));
  }

  private PaymentGateway payments(Charge charge) {
    return gateways.get(charge.gateway()).payments();
  }
}
