package com.pelcro.payments.application.upkeep;

import java.time.Instant;

/// Rows that have served. Each call forgets a few, so that nobody waits for it, and says how many.
public interface Leftovers {

  /// Used tokens that expired before a time: no gateway takes them any more.
  int forgetUsedTokens(Instant expiredBefore, int most);

  /// What idempotency keys claimed before a time stand for.
  int forgetClaims(Instant claimedBefore, int most);

  /// Card sessions that expired before a time. The one that a form was opened with stays as long as
  /// a later one of that form does.
  int forgetCardSessions(Instant expiredBefore, int most);
}
