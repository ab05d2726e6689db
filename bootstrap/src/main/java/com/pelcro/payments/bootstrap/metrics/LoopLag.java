package com.pelcro.payments.bootstrap.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// How late an event loop comes to what it is asked to do: time somebody blocks it, or the machine
/// has none to give. The worst since somebody looked last.
public final class LoopLag {

  private static final long EVERY_MILLIS = 500;

  private final AtomicLong worst = new AtomicLong();
  private long expected;

  private LoopLag() {}

  public static void watch(Vertx vertx, MeterRegistry meters) {
    var lag = new LoopLag();
    lag.expected = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(EVERY_MILLIS);
    var _ = vertx.setPeriodic(EVERY_MILLIS, _ -> lag.tick());
    var _ =
        TimeGauge.builder(
                "payments.event.loop.lag",
                lag.worst,
                TimeUnit.NANOSECONDS,
                seen -> seen.getAndSet(0))
            .description("How late the event loop came at worst since the last look")
            .register(meters);
  }

  private void tick() {
    var now = System.nanoTime();
    worst.accumulateAndGet(Math.max(0, now - expected), Math::max);
    expected = now + TimeUnit.MILLISECONDS.toNanos(EVERY_MILLIS);
  }
}
