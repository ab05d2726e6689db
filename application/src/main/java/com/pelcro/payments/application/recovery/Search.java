package com.pelcro.payments.application.recovery;

import com.pelcro.payments.domain.gateway.Annulment;
import com.pelcro.payments.domain.gateway.Evidence;
import com.pelcro.payments.domain.gateway.Failure;
import com.pelcro.payments.domain.gateway.FailureCode;
import com.pelcro.payments.domain.gateway.Finding;
import com.pelcro.payments.domain.gateway.GatewayAnswer;
import com.pelcro.payments.domain.gateway.GatewayAnswer.NoAnswer;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Rejection;
import com.pelcro.payments.domain.gateway.Witnessed;
import com.pelcro.payments.domain.operation.Proof;
import com.pelcro.payments.domain.recovery.NextStep;
import com.pelcro.payments.domain.recovery.RecoverySchedule;
import com.pelcro.payments.domain.recovery.Trail;
import com.pelcro.payments.domain.recovery.Trial;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;

/// Finds out what became of an open operation: looks it up, undoes what is still not found when its
/// time is over, and calls it absent only when that is proven.
final class Search {

  private final Findings findings;
  private final Adoption adoption;
  private final Alarm alarm;
  private final RecoverySchedule schedule;
  private final InstantSource clock;

  @Inject
  Search(
      Findings findings,
      Adoption adoption,
      Alarm alarm,
      RecoverySchedule schedule,
      InstantSource clock) {
    this.findings = findings;
    this.adoption = adoption;
    this.alarm = alarm;
    this.schedule = schedule;
    this.clock = clock;
  }

  void look(Lost lost) {
    var heard = lost.payments().find(lost.lookup());
    var evidence = heard.evidence();
    switch (heard.answer()) {
      case Finding.Found(NoAnswer _) -> undecided(lost, Findings.UNKNOWN, evidence);
      case Finding.Found(var outcome) when findings.isUndoingUnheard(lost.operation()) ->
          undoForCertain(lost, new Witnessed<>(outcome, evidence));
      case Finding.Found(var outcome) ->
          adoption.adopt(lost, new Witnessed<>(outcome, evidence), proof(outcome));
      case Finding.NotFound _ -> empty(lost, evidence);
      case Finding.Contradiction _ -> contradicted(lost, evidence);
      case Finding.Unavailable _ -> undecided(lost, Findings.UNAVAILABLE, evidence);
    }
  }

  private static Proof proof(GatewayAnswer outcome) {
    return outcome instanceof Rejection(Failure(var code, _)) && code == FailureCode.ANNULLED
        ? Proof.ANNULLED
        : Proof.FOUND;
  }

  private void empty(Lost lost, Evidence evidence) {
    var trail = after(lost, Trial.Result.EMPTY);
    var now = clock.instant();
    switch (trail.next(schedule, now)) {
      case NextStep.Absent _ ->
          adoption.adopt(lost, new Witnessed<>(absent(), evidence), Proof.ABSENT);
      case NextStep.Annul _ -> {
        findings.looked(lost.operation(), Findings.NOT_FOUND, evidence, now.plus(schedule.lease()));
        annul(lost, trail);
      }
      case NextStep.Wait(var until) -> {
        findings.looked(lost.operation(), Findings.NOT_FOUND, evidence, until);
        alarmIfDue(lost, trail);
      }
    }
  }

  private void annul(Lost lost, Trail trail) {
    var heard = lost.payments().annul(lost.lookup());
    var evidence = heard.evidence();
    switch (heard.answer()) {
      case Annulment.Annulled _ ->
          adoption.adopt(lost, new Witnessed<>(annulled(), evidence), Proof.ANNULLED);
      case Annulment.NothingThere _ ->
          notAnnulled(
              lost,
              trail.with(trial(Trial.Result.NOTHING_TO_UNDO)),
              Findings.NOTHING_THERE,
              evidence);
      case Annulment.Unknown _ ->
          notAnnulled(lost, trail.with(trial(Trial.Result.UNDECIDED)), Findings.UNKNOWN, evidence);
    }
  }

  /// What was found is not to be relied on while an annulment of it may be on its way: that is
  /// asked for again, until it is answered.
  private void undoForCertain(Lost lost, Witnessed<GatewayAnswer> found) {
    var heard = lost.payments().annul(lost.lookup());
    var evidence = heard.evidence();
    switch (heard.answer()) {
      case Annulment.Annulled _ ->
          adoption.adopt(lost, new Witnessed<>(annulled(), evidence), Proof.ANNULLED);
      case Annulment.NothingThere _ -> {
        var now = clock.instant();
        findings.looked(lost.operation(), Findings.FOUND, found.evidence(), now);
        findings.annulled(lost.operation(), Findings.NOTHING_THERE, evidence, now);
      }
      case Annulment.Unknown _ ->
          notAnnulled(lost, after(lost, Trial.Result.UNDECIDED), Findings.UNKNOWN, evidence);
    }
  }

  private void notAnnulled(Lost lost, Trail trail, String outcome, Evidence evidence) {
    findings.annulled(lost.operation(), outcome, evidence, next(trail));
    alarmIfDue(lost, trail);
  }

  private void undecided(Lost lost, String outcome, Evidence evidence) {
    var trail = after(lost, Trial.Result.UNDECIDED);
    findings.looked(lost.operation(), outcome, evidence, next(trail));
    alarmIfDue(lost, trail);
  }

  /// Something is there that does not fit: only a person can say what it is.
  private void contradicted(Lost lost, Evidence evidence) {
    var again = clock.instant().plus(schedule.afterwards());
    findings.looked(lost.operation(), Findings.CONTRADICTION, evidence, again);
    alarm.raise(lost.subject());
  }

  private void alarmIfDue(Lost lost, Trail trail) {
    if (trail.needsAttention(schedule, clock.instant())) {
      alarm.raise(lost.subject());
    }
  }

  private Trail after(Lost lost, Trial.Result result) {
    return findings.trail(lost.operation()).with(trial(result));
  }

  private Trial trial(Trial.Result result) {
    return new Trial(result, clock.instant());
  }

  private Instant next(Trail trail) {
    var now = clock.instant();
    return switch (trail.next(schedule, now)) {
      case NextStep.Wait(var until) -> until;
      case NextStep.Annul _, NextStep.Absent _ -> now;
    };
  }

  private static Rejection absent() {
    return new Rejection(
        new Failure(
            FailureCode.ABSENT,
            "it never reached the gateway: there was nothing to undo, and nothing was found"));
  }

  private static Rejection annulled() {
    return new Rejection(
        new Failure(
            FailureCode.ANNULLED, "its answer was lost; it was undone before it was known"));
  }
}
