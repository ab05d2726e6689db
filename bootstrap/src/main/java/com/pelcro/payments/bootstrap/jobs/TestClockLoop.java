package com.pelcro.payments.bootstrap.jobs;

import com.pelcro.payments.application.renewal.TestClocks.TestClock;
import com.pelcro.payments.application.renewal.TurnClocks;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/// Turns test clocks on this instance.
public final class TestClockLoop implements Job {

  private static final int AT_ONCE = 4;
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Job loop;

  @Inject
  public TestClockLoop(TurnClocks clocks) {
    this.loop = new WorkLoop<>("test clocks", AT_ONCE, PAUSE, new Work(clocks));
  }

  private record Work(TurnClocks clocks) implements WorkLoop.Work<TestClock> {
    @Override
    public List<TestClock> claim(int most) {
      return clocks.claim(most);
    }

    @Override
    public void work(TestClock claimed) {
      clocks.turn(claimed);
    }

    @Override
    public String name(TestClock claimed) {
      return claimed.site().value();
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
