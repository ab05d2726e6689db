package com.pelcro.payments.application.recovery;

import com.pelcro.payments.application.operation.Operations;
import com.pelcro.payments.application.operation.Step;
import com.pelcro.payments.application.operation.Step.Happening;
import com.pelcro.payments.domain.gateway.Evidence;
import com.pelcro.payments.domain.operation.Operation;
import com.pelcro.payments.domain.recovery.Trail;
import com.pelcro.payments.domain.recovery.Trial;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was tried to find out what became of an operation, as its steps tell it.
final class Findings {

  static final String NOT_FOUND = "not_found";
  static final String FOUND = "found";
  static final String NOTHING_THERE = "nothing_there";
  static final String UNAVAILABLE = "unavailable";
  static final String UNKNOWN = "unknown";
  static final String CONTRADICTION = "contradiction";
  static final String ORPHAN_FOUND = "orphan_found";
  static final String ORPHAN_RETURNED = "orphan_returned";

  private final Operations operations;
  private final InstantSource clock;

  @Inject
  Findings(Operations operations, InstantSource clock) {
    this.operations = operations;
    this.clock = clock;
  }

  Trail trail(Operation operation) {
    return new Trail(
        operation.kind(),
        operation.askedAt(),
        tries(operation).stream()
            .map(step -> new Trial(result(step.outcome()), step.at()))
            .toList());
  }

  /// The look-ups and annulments of an operation, oldest first.
  List<Step> tries(Operation operation) {
    return operations.steps(operation.site(), operation.subject()).stream()
        .filter(step -> step.operation().equals(operation.id()))
        .filter(
            step ->
                step.happening() == Happening.LOOKED_UP || step.happening() == Happening.ANNULLED)
        .toList();
  }

  /// Whether an annulment of it was asked for and nobody heard what became of that: it may take
  /// effect still, or have left a hold behind. A later one says more only if there was something
  /// for it to undo: what had not arrived can still be hit by the one on its way.
  boolean isUndoingUnheard(Operation operation) {
    var unheard = false;
    var wasThere = false;
    for (var step : tries(operation)) {
      if (step.happening() == Happening.LOOKED_UP) {
        wasThere = FOUND.equals(step.outcome()) || ORPHAN_FOUND.equals(step.outcome());
      } else if (UNKNOWN.equals(step.outcome())) {
        unheard = true;
      } else if (wasThere || !NOTHING_THERE.equals(step.outcome())) {
        unheard = false;
      }
    }
    return unheard;
  }

  void looked(Operation operation, String outcome, Evidence evidence, @Nullable Instant lookAgain) {
    write(operation, Happening.LOOKED_UP, outcome, evidence, lookAgain);
  }

  void annulled(
      Operation operation, String outcome, Evidence evidence, @Nullable Instant lookAgain) {
    write(operation, Happening.ANNULLED, outcome, evidence, lookAgain);
  }

  private void write(
      Operation operation,
      Happening happening,
      String outcome,
      Evidence evidence,
      @Nullable Instant lookAgain) {
    operations.note(
        operation.site(),
        Step.recovering(operation, happening, clock.instant(), outcome, evidence));
    operations.lookAgain(operation, lookAgain);
  }

  private static Trial.Result result(@Nullable String outcome) {
    return switch (outcome) {
      case NOT_FOUND -> Trial.Result.EMPTY;
      case NOTHING_THERE -> Trial.Result.NOTHING_TO_UNDO;
      case null, default -> Trial.Result.UNDECIDED;
    };
  }
}
