package com.pelcro.payments.bootstrap.jobs;

import com.pelcro.payments.application.operation.Claimed;
import com.pelcro.payments.application.recovery.RecoverLostAnswers;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/// Looks for lost answers on this instance.
public final class RecoveryLoop implements Job {

  private static final int AT_ONCE = 16;
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Job loop;

  @Inject
  public RecoveryLoop(RecoverLostAnswers recovery) {
    this.loop = new WorkLoop<>("recovery", AT_ONCE, PAUSE, new Work(recovery));
  }

  private record Work(RecoverLostAnswers recovery) implements WorkLoop.Work<Claimed> {
    @Override
    public List<Claimed> claim(int most) {
      return recovery.claim(most);
    }

    @Override
    public void work(Claimed claimed) {
      recovery.recover(claimed);
    }

    @Override
    public String name(Claimed claimed) {
      return claimed.operation().id().value();
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
