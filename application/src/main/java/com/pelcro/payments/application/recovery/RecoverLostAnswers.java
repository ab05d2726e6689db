package com.pelcro.payments.application.recovery;

import com.pelcro.payments.application.Refusal;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.operation.Claimed;
import com.pelcro.payments.application.operation.Operations;
import com.pelcro.payments.domain.recovery.RecoverySchedule;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;

/// Asks the gateway what became of whatever stayed open, and resolves it by what is proven. Any
/// number of instances may do so side by side: each claims what it looks at.
public final class RecoverLostAnswers {

  private final Operations operations;
  private final LostOperations lost;
  private final Recoveries recoveries;
  private final Alarm alarm;
  private final RecoverySchedule schedule;
  private final InstantSource clock;

  @Inject
  RecoverLostAnswers(
      Operations operations,
      LostOperations lost,
      Recoveries recoveries,
      Alarm alarm,
      RecoverySchedule schedule,
      InstantSource clock) {
    this.operations = operations;
    this.lost = lost;
    this.recoveries = recoveries;
    this.alarm = alarm;
    this.schedule = schedule;
    this.clock = clock;
  }

  /// Claims what is due, up to `most`; each has to be given to [#recover].
  public List<Claimed> claim(int most) {
    var now = clock.instant();
    return operations.claim(now, now.plus(schedule.lease()), most);
  }

  /// Finds out about one operation. Should it fail, it is claimed again when the lease is over.
  public void recover(Claimed claimed) {
    switch (lost.of(claimed.operation())) {
      case Done(var found) -> recoveries.look(found, claimed.conclusion());
      case Refused(var why) -> postpone(claimed, why);
    }
  }

  /// Without an integration nobody can be asked; that is a matter for a person.
  private void postpone(Claimed claimed, Refusal why) {
    if (!(why instanceof Refusal.IntegrationMissing)) {
      throw new IllegalStateException(claimed.operation().id() + " cannot be looked up: " + why);
    }
    operations.lookAgain(claimed.operation(), clock.instant().plus(schedule.afterwards()));
    alarm.raise(lost.subject(claimed.operation()));
  }
}
