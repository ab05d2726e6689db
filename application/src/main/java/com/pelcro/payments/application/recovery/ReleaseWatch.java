package com.pelcro.payments.application.recovery;

import com.pelcro.payments.application.operation.Conclusion;
import com.pelcro.payments.application.operation.Operations;
import com.pelcro.payments.domain.operation.OperationKind;
import com.pelcro.payments.domain.recovery.RecoverySchedule;
import jakarta.inject.Inject;
import java.time.InstantSource;

/// Sees to it that no hold stays: a release that came to nothing is asked for again, more and more
/// rarely, until a person has to be called.
final class ReleaseWatch {

  private final ReleaseAgain again;
  private final Operations operations;
  private final Alarm alarm;
  private final RecoverySchedule schedule;
  private final InstantSource clock;

  @Inject
  ReleaseWatch(
      ReleaseAgain again,
      Operations operations,
      Alarm alarm,
      RecoverySchedule schedule,
      InstantSource clock) {
    this.again = again;
    this.operations = operations;
    this.alarm = alarm;
    this.schedule = schedule;
    this.clock = clock;
  }

  /// Whether this is the release of a hold that still has to go.
  boolean areFor(Lost lost) {
    return lost.operation().kind() == OperationKind.RELEASE
        && lost.subject().money().filter(charge -> again.isWanted(lost, charge)).isPresent();
  }

  void look(Lost lost, Conclusion concluded) {
    var asked = again.asked(lost);
    var due = concluded.at().plus(schedule.wait(asked.size() - 1));
    var now = clock.instant();
    if (now.isAfter(asked.getFirst().plus(schedule.attentionAfter()))) {
      operations.lookAgain(lost.operation(), null);
      alarm.raise(lost.subject());
    } else if (due.isAfter(now)) {
      operations.lookAgain(lost.operation(), due);
    } else {
      again.ask(lost);
    }
  }
}
