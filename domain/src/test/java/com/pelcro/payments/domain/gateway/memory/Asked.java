package com.pelcro.payments.domain.gateway.memory;

import com.pelcro.payments.domain.gateway.GatewayAnswer;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.operation.OperationKind;
import com.pelcro.payments.domain.operation.References;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One request as the gateway remembers it: `undo` takes back what it did. `id` is what the gateway
/// calls it, whatever it answered.
final class Asked {

  final String id;
  final Instant at;
  final OperationKind kind;
  final References references;
  final Money amount;
  final Runnable undo;
  GatewayAnswer outcome;
  private @Nullable GatewayAnswer before;
  boolean indexed;

  Asked(
      String id,
      Instant at,
      OperationKind kind,
      References references,
      Money amount,
      GatewayAnswer outcome,
      Runnable undo,
      boolean indexed) {
    this.id = id;
    this.at = at;
    this.kind = kind;
    this.references = references;
    this.amount = amount;
    this.outcome = outcome;
    this.undo = undo;
    this.indexed = indexed;
  }

  /// Undone by its reference: no longer what it was, though the books keep what it was.
  void annul(GatewayAnswer annulled) {
    before = outcome;
    outcome = annulled;
  }

  /// What came of it, before it was annulled if it was.
  GatewayAnswer written() {
    return before == null ? outcome : before;
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
