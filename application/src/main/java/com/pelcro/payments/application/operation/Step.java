package com.pelcro.payments.application.operation;

import com.pelcro.payments.domain.gateway.Evidence;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.operation.Actor;
import com.pelcro.payments.domain.operation.Operation;
import com.pelcro.payments.domain.operation.OperationId;
import com.pelcro.payments.domain.operation.OperationKind;
import com.pelcro.payments.domain.operation.Proof;
import com.pelcro.payments.domain.operation.References;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One step of an operation, as evidence. `outcome` is our reading of it (`approval`, `no_answer`,
/// `not_found`, …); an asked step has none.
public record Step(
    OperationId operation,
    OperationKind kind,
    References references,
    Money amount,
    Happening happening,
    Instant at,
    @Nullable String outcome,
    @Nullable Evidence evidence,
    Actor actor) {

  /// What happened in a step.
  public enum Happening {
    ASKED,
    ANSWERED,
    LOOKED_UP,
    ANNULLED,
    DECIDED;

    /// The step in which this proof comes to light.
    public static Happening of(Proof proof) {
      return switch (proof) {
        case ANSWER -> ANSWERED;
        case FOUND, ABSENT -> LOOKED_UP;
        case ANNULLED -> ANNULLED;
        case OPERATOR -> DECIDED;
      };
    }
  }

  /// Who acts in a step that brings this proof of something `asker` asked.
  public static Actor actor(Proof proof, Actor asker) {
    return switch (proof) {
      case ANSWER -> asker;
      case FOUND, ANNULLED, ABSENT -> Actor.RECOVERY;
      case OPERATOR -> Actor.OPERATOR;
    };
  }

  /// What a step that brings this outcome by this proof is called.
  public static String outcome(Outcome outcome, Proof proof) {
    return switch (proof) {
      case ANSWER, FOUND, OPERATOR -> outcome.code();
      case ANNULLED, ABSENT -> proof.code();
    };
  }

  /// A step of recovery.
  public static Step recovering(
      Operation operation,
      Happening happening,
      Instant at,
      String outcome,
      @Nullable Evidence evidence) {
    return new Step(
        operation.id(),
        operation.kind(),
        operation.references(),
        operation.amount(),
        happening,
        at,
        outcome,
        evidence,
        Actor.RECOVERY);
  }
}
