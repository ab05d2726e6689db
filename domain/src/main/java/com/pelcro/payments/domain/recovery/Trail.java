package com.pelcro.payments.domain.recovery;

import com.pelcro.payments.domain.operation.OperationKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What was tried so far to find out what became of one operation, oldest first, and what that
/// proves.
public record Trail(OperationKind kind, Instant askedAt, List<Trial> trials) {

  private static final int EMPTY_LOOKS = 2;

  public Trail {
    trials = List.copyOf(trials);
  }

  public Trail with(Trial trial) {
    return new Trail(kind, askedAt, Stream.concat(trials.stream(), Stream.of(trial)).toList());
  }

  /// What the trail calls for now that its last trial is over.
  public NextStep next(RecoverySchedule schedule, Instant now) {
    if (isAbsent(schedule)) {
      return new NextStep.Absent();
    }
    return isToBeAnnulled(schedule, now)
        ? new NextStep.Annul()
        : new NextStep.Wait(now.plus(wait(schedule, now)));
  }

  /// Whether a person has to be told: nothing of this should take so long.
  public boolean needsAttention(RecoverySchedule schedule, Instant now) {
    return !now.isBefore(askedAt.plus(schedule.attentionAfter()));
  }

  /// Two look-ups found nothing, the later one when the index had to know: after there was nothing
  /// to undo, or, of what undoes and so cannot be undone, after its time to be annulled.
  private boolean isAbsent(RecoverySchedule schedule) {
    var empty = trials(Trial.Result.EMPTY).toList();
    return empty.size() >= EMPTY_LOOKS
        && isLast(Trial.Result.EMPTY)
        && provenFrom(schedule)
            .filter(from -> !empty.getLast().at().isBefore(from.plus(schedule.indexLag())))
            .isPresent();
  }

  private Optional<Instant> provenFrom(RecoverySchedule schedule) {
    return isUndoable()
        ? trials(Trial.Result.NOTHING_TO_UNDO).findFirst().map(Trial::at)
        : Optional.of(askedAt.plus(schedule.annulAfter()));
  }

  /// Only right after an empty look-up: what can be found is adopted.
  private boolean isToBeAnnulled(RecoverySchedule schedule, Instant now) {
    return isUndoable()
        && isLast(Trial.Result.EMPTY)
        && trials(Trial.Result.NOTHING_TO_UNDO).findFirst().isEmpty()
        && !now.isBefore(askedAt.plus(schedule.annulAfter()));
  }

  private Duration wait(RecoverySchedule schedule, Instant now) {
    if (needsAttention(schedule, now)) {
      return schedule.afterwards();
    }
    return isLast(Trial.Result.NOTHING_TO_UNDO)
        ? schedule.indexLag()
        : schedule.wait(trials.size());
  }

  private boolean isUndoable() {
    return switch (kind) {
      case CHARGE, CAPTURE, REFUND, SAVE_CARD -> true;
      case VOID, RELEASE -> false;
    };
  }

  private boolean isLast(Trial.Result result) {
    return !trials.isEmpty() && trials.getLast().result() == result;
  }

  private Stream<Trial> trials(Trial.Result result) {
    return trials.stream().filter(trial -> trial.result() == result);
  }
}
