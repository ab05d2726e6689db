package com.pelcro.payments.application.operation;

import com.pelcro.payments.domain.gateway.GatewayAnswer;
import com.pelcro.payments.domain.gateway.Witnessed;
import com.pelcro.payments.domain.idempotency.ResourceId;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.operation.Actor;
import com.pelcro.payments.domain.operation.Operation;
import com.pelcro.payments.domain.operation.OperationKind;
import com.pelcro.payments.domain.operation.Proof;
import com.pelcro.payments.domain.recovery.RecoverySchedule;
import com.pelcro.payments.domain.site.SiteId;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Writes down what is asked of the gateway and what is heard, and when somebody has to look at it
/// again. Part of a transaction.
public final class Journal {

  private final Operations operations;
  private final RecoverySchedule schedule;
  private final InstantSource clock;

  @Inject
  public Journal(Operations operations, RecoverySchedule schedule, InstantSource clock) {
    this.operations = operations;
    this.schedule = schedule;
    this.clock = clock;
  }

  /// Written down before it is asked. Should nobody ever hear of it again, it is looked for.
  public Operation asked(
      SiteId site, OperationKind kind, ResourceId subject, Money amount, Actor by) {
    return asked(Operation.of(site, kind, subject, amount, clock.instant(), by));
  }

  /// The same for an operation that has its name already; throws if it was asked before.
  public Operation asked(Operation operation) {
    var patience = schedule.patience().plus(schedule.wait(0));
    operations.add(operation, operation.askedAt().plus(patience));
    return operation;
  }

  /// Writes down what was heard, and says whether the operation was open until now.
  public boolean heard(Operation operation, Witnessed<GatewayAnswer> heard, Proof proof) {
    var now = clock.instant();
    return operations.heard(
        operation, heard, proof, now, lookAt(operation, heard.answer(), proof, now));
  }

  /// Nobody has to look at it again.
  public void close(Operation operation) {
    operations.lookAgain(operation, null);
  }

  /// What was called absent turned up: it is open until what was found of it is heard.
  public void reopen(Operation operation) {
    operations.reopen(operation);
  }

  private @Nullable Instant lookAt(
      Operation operation, GatewayAnswer answer, Proof proof, Instant now) {
    return switch (Outcome.of(answer)) {
      case NO_ANSWER -> now.plus(schedule.wait(0));
      case REVIEW -> now.plus(schedule.reviews());
      case APPROVAL -> null;
      case HOLD, DECLINE, REJECTION, NOT_SENT ->
          operation.kind() == OperationKind.RELEASE
              ? now.plus(schedule.wait(0))
              : watch(proof, now);
    };
  }

  /// What is closed without having been found may still turn up.
  private @Nullable Instant watch(Proof proof, Instant now) {
    return switch (proof) {
      case ANNULLED, ABSENT, OPERATOR -> now.plus(schedule.watch().getFirst());
      case ANSWER, FOUND -> null;
    };
  }
}
