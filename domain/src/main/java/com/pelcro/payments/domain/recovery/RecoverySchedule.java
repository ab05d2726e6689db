package com.pelcro.payments.domain.recovery;

import java.time.Duration;
import java.util.List;

/// The times of recovery.
///
/// @param patience how long a call can take at most; of an operation that nobody hears of any more
///   (its instance died) the first look-up comes this long after it was asked
/// @param looks the waits before the first look-up of a call that was given up, the second, …; the
///   last one is repeated
/// @param annulAfter how old an operation is before it is undone rather than looked for; a gateway
///   is given 60 seconds at least
/// @param indexLag how much later than it was done a thing is found by look-ups at the latest
/// @param reviews the wait between two looks at a payment that a person at the merchant reviews
/// @param attentionAfter how old an open operation is when a person is called
/// @param afterwards the wait between two look-ups from then on
/// @param watch when, after an operation was closed as absent or annulled, it is looked for again
/// @param lease how long an instance keeps what it claimed; another takes it over afterwards
public record RecoverySchedule(
    Duration patience,
    List<Duration> looks,
    Duration annulAfter,
    Duration indexLag,
    Duration reviews,
    Duration attentionAfter,
    Duration afterwards,
    List<Duration> watch,
    Duration lease) {

  /// What a checkout wants to be told, and what a gateway can be asked.
  public static final RecoverySchedule USUAL =
      new RecoverySchedule(
          Duration.ofSeconds(90),
          List.of(
              Duration.ofSeconds(15),
              Duration.ofSeconds(30),
              Duration.ofMinutes(1),
              Duration.ofMinutes(2),
              Duration.ofMinutes(5),
              Duration.ofMinutes(10)),
          Duration.ofMinutes(10),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofHours(24),
          Duration.ofHours(1),
          List.of(Duration.ofHours(1), Duration.ofHours(12), Duration.ofHours(48)),
          Duration.ofMinutes(5));

  public RecoverySchedule {
    looks = List.copyOf(looks);
    watch = List.copyOf(watch);
    if (looks.isEmpty()) {
      throw new IllegalArgumentException("a lost answer is looked for at least once");
    }
  }

  /// The same for calls that can take this long, and undoing what is as old as that.
  public RecoverySchedule within(Duration longestCall, Duration age) {
    return new RecoverySchedule(
        longestCall, looks, age, indexLag, reviews, attentionAfter, afterwards, watch, lease);
  }

  /// The wait before the next attempt, after this many.
  public Duration wait(int attempts) {
    return looks.get(Math.min(attempts, looks.size() - 1));
  }
}
