package com.pelcro.payments.application;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that stands still until it is told to go on.
public final class SettableClock implements InstantSource {

  /// Where it stands until told otherwise.
  public static final Instant START = Instant.parse("2026-03-02T08:00:00.250Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(START);

  @Override
  public Instant instant() {
    return now.get();
  }

  public void set(Instant instant) {
    now.set(instant);
  }

  public void advance(Duration by) {
    var _ = now.updateAndGet(instant -> instant.plus(by));
  }
}
