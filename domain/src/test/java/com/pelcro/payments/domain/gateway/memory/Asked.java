package com.pelcro.payments.domain.gateway.memory;

import com.pelcro.payments.domain.gateway.GatewayAnswer;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.operation.OperationKind;
import com.pelcro.payments.domain.operation.References;

/// One request as the gateway remembers it: `undo` takes back what it did.
final class Asked {

  final OperationKind kind;
  final References references;
  final Money amount;
  final Runnable undo;
  GatewayAnswer outcome;
  boolean indexed;

  Asked(
      OperationKind kind,
      References references,
      Money amount,
      GatewayAnswer outcome,
      Runnable undo,
      boolean indexed) {
    this.kind = kind;
    this.references = references;
    this.amount = amount;
    this.outcome = outcome;
    this.undo = undo;
    this.indexed = indexed;
  }

  boolean did() {
    return switch (outcome) {
      case GatewayAnswer.Approval _, GatewayAnswer.Hold _, GatewayAnswer.Review _ -> true;
      case GatewayAnswer.Decline _,
          GatewayAnswer.Rejection _,
          GatewayAnswer.NotSent _,
          GatewayAnswer.NoAnswer _ ->
          false;
    };
  }
}
