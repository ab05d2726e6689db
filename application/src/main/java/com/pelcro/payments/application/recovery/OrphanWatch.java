package com.pelcro.payments.application.recovery;

import com.pelcro.payments.application.operation.Conclusion;
import com.pelcro.payments.application.operation.Step;
import com.pelcro.payments.domain.gateway.Annulment;
import com.pelcro.payments.domain.gateway.Evidence;
import com.pelcro.payments.domain.gateway.Finding;
import com.pelcro.payments.domain.gateway.GatewayAnswer;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Approval;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Decline;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Hold;
import com.pelcro.payments.domain.gateway.GatewayAnswer.NoAnswer;
import com.pelcro.payments.domain.gateway.GatewayAnswer.NotSent;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Rejection;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Review;
import com.pelcro.payments.domain.gateway.Witnessed;
import com.pelcro.payments.domain.operation.OperationKind;
import com.pelcro.payments.domain.recovery.RecoverySchedule;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Keeps looking for operations that were closed without having been found. One that took effect
/// after all is an orphan: nobody counts on it any more, so it is undone or given back at once.
final class OrphanWatch {

  private static final int MOST_ANNULMENTS = 3;

  private final Findings findings;
  private final OrphanReturn orphans;
  private final LateUndo lateUndo;
  private final Alarm alarm;
  private final RecoverySchedule schedule;
  private final InstantSource clock;

  @Inject
  OrphanWatch(
      Findings findings,
      OrphanReturn orphans,
      LateUndo lateUndo,
      Alarm alarm,
      RecoverySchedule schedule,
      InstantSource clock) {
    this.findings = findings;
    this.orphans = orphans;
    this.lateUndo = lateUndo;
    this.alarm = alarm;
    this.schedule = schedule;
    this.clock = clock;
  }

  void look(Lost lost, Conclusion closed) {
    var heard = lost.payments().find(lost.lookup());
    var evidence = heard.evidence();
    switch (heard.answer()) {
      case Finding.Found(var outcome) when isToBeUndone(lost, outcome) ->
          orphaned(lost, closed, outcome, evidence);
      case Finding.Found _, Finding.NotFound _ ->
          findings.looked(lost.operation(), Findings.NOT_FOUND, evidence, next(closed));
      case Finding.Unavailable _ ->
          findings.looked(
              lost.operation(),
              Findings.UNAVAILABLE,
              evidence,
              clock.instant().plus(schedule.afterwards()));
      case Finding.Contradiction _ -> {
        findings.looked(lost.operation(), Findings.CONTRADICTION, evidence, next(closed));
        alarm.raise(lost.subject());
      }
    }
  }

  /// What an annulment nobody answered undid may have left its hold.
  private boolean isToBeUndone(Lost lost, GatewayAnswer outcome) {
    return tookEffect(outcome) || findings.isUndoingUnheard(lost.operation());
  }

  private static boolean tookEffect(GatewayAnswer outcome) {
    return switch (outcome) {
      case Approval _, Hold _, Review _ -> true;
      case Decline _, Rejection _, NotSent _, NoAnswer _ -> false;
    };
  }

  private void orphaned(Lost lost, Conclusion closed, GatewayAnswer outcome, Evidence evidence) {
    findings.looked(
        lost.operation(), Findings.ORPHAN_FOUND, evidence, clock.instant().plus(schedule.lease()));
    switch (lost.operation().kind()) {
      case CHARGE, CAPTURE, REFUND -> undo(lost, closed, outcome);
      case SAVE_CARD -> orphans.forgetCard(lost, outcome);
      case VOID, RELEASE -> lateUndo.adopt(lost, new Witnessed<>(outcome, evidence));
    }
  }

  private void undo(Lost lost, Conclusion closed, GatewayAnswer outcome) {
    var heard = lost.payments().annul(lost.lookup());
    var evidence = heard.evidence();
    switch (heard.answer()) {
      case Annulment.Annulled _ -> returned(lost, evidence);
      case Annulment.NothingThere _ when !tookEffect(outcome) -> returned(lost, evidence);
      case Annulment.NothingThere _ -> notUndone(lost, closed, outcome, evidence);
      case Annulment.Unknown _ -> unheard(lost, closed, evidence);
    }
  }

  private void returned(Lost lost, Evidence evidence) {
    findings.annulled(lost.operation(), Findings.ORPHAN_RETURNED, evidence, null);
    alarm.returned(lost.subject());
  }

  /// What was found and cannot be undone, again and again, has settled: it is paid back.
  private void notUndone(Lost lost, Conclusion closed, GatewayAnswer outcome, Evidence evidence) {
    var annulments = annulments(lost, closed, Findings.NOTHING_THERE) + 1;
    var last = annulments >= MOST_ANNULMENTS;
    findings.annulled(
        lost.operation(), Findings.NOTHING_THERE, evidence, last ? null : again(annulments));
    if (last && outcome instanceof Approval(var reference, _) && isTaken(lost)) {
      orphans.giveBack(lost, reference);
    } else if (last) {
      alarm.raise(lost.subject());
    }
  }

  /// It may have been undone: paying it back could be giving it back twice.
  private void unheard(Lost lost, Conclusion closed, Evidence evidence) {
    var tooLong = clock.instant().isAfter(closed.at().plus(schedule.attentionAfter()));
    var annulments = annulments(lost, closed, Findings.UNKNOWN) + 1;
    findings.annulled(
        lost.operation(), Findings.UNKNOWN, evidence, tooLong ? null : again(annulments));
    if (tooLong) {
      alarm.raise(lost.subject());
    }
  }

  private Instant again(long annulments) {
    return clock.instant().plus(schedule.wait(Math.toIntExact(annulments)));
  }

  /// A refund that went out is not asked back.
  private static boolean isTaken(Lost lost) {
    return lost.operation().kind() != OperationKind.REFUND;
  }

  private long annulments(Lost lost, Conclusion closed, String answered) {
    return findings.tries(lost.operation()).stream()
        .filter(step -> step.happening() == Step.Happening.ANNULLED)
        .filter(step -> answered.equals(step.outcome()))
        .filter(step -> step.at().isAfter(closed.at()))
        .count();
  }

  /// The next of the times of the watch, none after the last.
  private @Nullable Instant next(Conclusion closed) {
    var now = clock.instant();
    return schedule.watch().stream()
        .map(closed.at()::plus)
        .filter(now::isBefore)
        .findFirst()
        .orElse(null);
  }
}
