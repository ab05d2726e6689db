package com.pelcro.payments.application.renewal;

import com.pelcro.payments.application.Transactions;
import com.pelcro.payments.application.renewal.TestClocks.TestClock;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Moves test clocks to where they are to be, from one thing that falls due to the next, so that
/// all of it happens in order and at its time. A charge whose answer was lost stops the clock until
/// the answer is known.
public final class TurnClocks {

  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final Duration AT_A_TIME = Duration.ofSeconds(30);

  private final Transactions transactions;
  private final TestClocks clocks;
  private final RenewalQueue queue;
  private final RenewSubscription renew;
  private final InstantSource clock;

  @Inject
  public TurnClocks(
      Transactions transactions,
      TestClocks clocks,
      RenewalQueue queue,
      RenewSubscription renew,
      InstantSource clock) {
    this.transactions = transactions;
    this.clocks = clocks;
    this.queue = queue;
    this.renew = renew;
    this.clock = clock;
  }

  /// Claims clocks that have to go on, up to `most`; each has to be given to [#turn].
  public List<TestClock> claim(int most) {
    var now = clock.instant();
    return clocks.claim(now, now.plus(LEASE), most);
  }

  /// Turns one clock for a while.
  public void turn(TestClock claimed) {
    var end = clock.instant().plus(AT_A_TIME);
    try {
      var goesOn = true;
      while (goesOn && clock.instant().isBefore(end)) {
        goesOn = step(claimed);
      }
    } finally {
      clocks.release(claimed.site());
    }
  }

  private boolean step(TestClock claimed) {
    if (queue.isProcessing(claimed.site())) {
      return false;
    }
    var next = transactions.commit(() -> moved(claimed));
    next.ifPresent(due -> renew.renew(due, at(claimed)));
    return next.isPresent();
  }

  private Instant at(TestClock claimed) {
    return clocks.find(claimed.site()).map(TestClock::now).orElseGet(clock::instant);
  }

  /// What is to be done next, at the time it falls due; nothing when the clock is where it is to
  /// be.
  private Optional<DueRenewal> moved(TestClock claimed) {
    return clocks
        .lock(claimed.site())
        .flatMap(
            standing -> {
              var due = queue.next(standing.site(), standing.target());
              var now = due.map(DueRenewal::due).orElse(standing.target());
              clocks.put(new TestClock(standing.site(), later(standing, now), standing.target()));
              return due;
            });
  }

  private static Instant later(TestClock standing, Instant now) {
    return now.isBefore(standing.now()) ? standing.now() : now;
  }
}
