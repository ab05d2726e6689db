package com.pelcro.payments.application.renewal;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// Works off what is due. Any number of instances may do so side by side: each claims what it works
/// on, and what it does not finish is claimed again when the lease is over.
public final class RunRenewals {

  private static final Duration LEASE = Duration.ofMinutes(5);

  private final RenewalQueue queue;
  private final RenewSubscription renew;
  private final InstantSource clock;

  @Inject
  public RunRenewals(RenewalQueue queue, RenewSubscription renew, InstantSource clock) {
    this.queue = queue;
    this.renew = renew;
    this.clock = clock;
  }

  /// Claims what is due, up to `most`; each has to be given to [#renew].
  public List<DueRenewal> claim(int most) {
    var now = clock.instant();
    return queue.claim(now, now.plus(LEASE), most);
  }

  public void renew(DueRenewal due) {
    renew.renew(due, clock.instant());
  }
}
