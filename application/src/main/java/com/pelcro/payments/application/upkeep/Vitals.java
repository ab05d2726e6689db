package com.pelcro.payments.application.upkeep;

import java.time.Duration;
import java.time.Instant;

/// How the service as a whole is doing, by its tables: what waits, and since when.
public interface Vitals {

  /// What is counted is counted up to here, so that a look stays cheap on the worst day.
  int MOST = 100_000;

  /// What waits, and how long the eldest of it has; no time when nothing does.
  record Waiting(long count, Duration eldest) {}

  /// What was seen at one look.
  ///
  /// @param open operations without an answer
  /// @param due renewals whose time has come, and how long the first of them has been due
  /// @param processing renewals that are being charged for
  /// @param attention charges that wait for a person
  /// @param differences from the gateway's books that nobody has explained
  /// @param hidden events that readers of all sites do not see yet, because a transaction that
  ///   began before them goes on
  record Signs(
      Waiting open,
      Waiting due,
      long processing,
      long attention,
      long differences,
      Waiting hidden) {}

  Signs signs(Instant now);
}
