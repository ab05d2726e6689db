package com.pelcro.payments.bootstrap.jobs;

import com.pelcro.payments.application.renewal.DueRenewal;
import com.pelcro.payments.application.renewal.RunRenewals;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/// Collects what falls due on this instance.
public final class RenewalLoop implements Job {

  private static final int AT_ONCE = 32;
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Job loop;

  @Inject
  public RenewalLoop(RunRenewals renewals) {
    this.loop = new WorkLoop<>("renewals", AT_ONCE, PAUSE, new Work(renewals));
  }

  private record Work(RunRenewals renewals) implements WorkLoop.Work<DueRenewal> {
    @Override
    public List<DueRenewal> claim(int most) {
      return renewals.claim(most);
    }

    @Override
    public void work(DueRenewal claimed) {
      renewals.renew(claimed);
    }

    @Override
    public String name(DueRenewal claimed) {
      return claimed.renewal().value();
    }
  }

  @Override
  public void start() {
    loop.start();
  }

  @Override
  public void stop() {
    loop.stop();
  }
}
