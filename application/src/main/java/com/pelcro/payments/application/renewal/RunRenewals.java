package com.pelcro.payments.application.renewal;

import com.pelcro.payments.domain.recovery.RecoverySchedule;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;

/// Works off what is due. Any number of instances may do so side by side: each claims what it works
/// on, and what it does not finish is claimed again when the lease is over.
public final class RunRenewals {

  /// How many claims are put off in a row before the caller is asked whether to go on.
  private static final int MOST_CLAIMS = 100;

  private final RenewalQueue queue;
  private final RenewalTurns turns;
  private final RenewSubscription renew;
  private final RecoverySchedule schedule;
  private final InstantSource clock;

  @Inject
  public RunRenewals(
      RenewalQueue queue,
      RenewalTurns turns,
      RenewSubscription renew,
      RecoverySchedule schedule,
      InstantSource clock) {
    this.queue = queue;
    this.turns = turns;
    this.renew = renew;
    this.schedule = schedule;
    this.clock = clock;
  }

  /// Claims what is due and whose turn it is, up to `most`; each has to be given to [#renew].
  public List<DueRenewal> claim(int most) {
    var ready = List.<DueRenewal>of();
    var goesOn = true;
    for (var claims = 0; goesOn && claims < MOST_CLAIMS; claims++) {
      var now = clock.instant();
      var claimed = turns.given(queue.claim(now, now.plus(schedule.lease()), most), now);
      var early = claimed.stream().filter(due -> due.turn().isAfter(now)).toList();
      queue.putOff(early);
      ready = claimed.stream().filter(due -> !due.turn().isAfter(now)).toList();
      goesOn = ready.isEmpty() && !early.isEmpty();
    }
    return ready;
  }

  public void renew(DueRenewal due) {
    renew.renew(due, clock.instant());
  }
}
