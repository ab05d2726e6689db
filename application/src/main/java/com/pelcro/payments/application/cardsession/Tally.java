package com.pelcro.payments.application.cardsession;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// What came of the cards tried at one place lately: the times of the last declines and approvals,
/// no more of each than decide anything.
final class Tally {

  private final int most;
  private final Duration window;
  private final Deque<Instant> declines = new ArrayDeque<>();
  private final Deque<Instant> approvals = new ArrayDeque<>();

  Tally(int most, Duration window) {
    this.most = most;
    this.window = window;
  }

  void declined(Instant at) {
    add(declines, at);
  }

  void approved(Instant at) {
    add(approvals, at);
  }

  /// Until when nothing more is to be tried here, if so.
  Optional<Instant> heldUntil(Instant now) {
    forget(declines, now);
    forget(approvals, now);
    return declines.size() >= most && approvals.size() < most
        ? Optional.of(declines.getFirst().plus(window))
        : Optional.empty();
  }

  private void add(Deque<Instant> times, Instant at) {
    times.addLast(at);
    if (times.size() > most) {
      times.removeFirst();
    }
  }

  private void forget(Deque<Instant> times, Instant now) {
    while (!times.isEmpty() && !times.getFirst().plus(window).isAfter(now)) {
      times.removeFirst();
    }
  }
}
