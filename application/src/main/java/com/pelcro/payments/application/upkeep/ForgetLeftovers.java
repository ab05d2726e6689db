package com.pelcro.payments.application.upkeep;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.IntUnaryOperator;

/// Forgets what is past its time, a few rows at a time, so that tables do not grow for ever.
public final class ForgetLeftovers {

  /// How many of each were forgotten.
  public record Forgotten(int usedTokens, int claims, int cardSessions) {}

  /// As long as the API promises to know a key.
  private static final Duration CLAIMS_ARE_KEPT = Duration.ofDays(30);

  /// Whoever looks at a token does so by the gateway's clock, or by a clock a little behind ours.
  private static final Duration TOKENS_ARE_KEPT = Duration.ofDays(1);

  /// Who repeats the opening of one, as long as its key is known, is shown it again.
  private static final Duration CARD_SESSIONS_ARE_KEPT = CLAIMS_ARE_KEPT.plusDays(1);

  private static final int AT_ONCE = 1000;
  private static final int MOST_ROUNDS = 200;

  private final Leftovers leftovers;
  private final InstantSource clock;

  @Inject
  public ForgetLeftovers(Leftovers leftovers, InstantSource clock) {
    this.leftovers = leftovers;
    this.clock = clock;
  }

  /// What is left for another time is so much that it does not matter when.
  public Forgotten forget() {
    var now = clock.instant();
    return new Forgotten(
        all(most -> leftovers.forgetUsedTokens(now.minus(TOKENS_ARE_KEPT), most)),
        all(most -> leftovers.forgetClaims(now.minus(CLAIMS_ARE_KEPT), most)),
        all(most -> leftovers.forgetCardSessions(now.minus(CARD_SESSIONS_ARE_KEPT), most)));
  }

  private static int all(IntUnaryOperator few) {
    var forgotten = 0;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      var now = few.applyAsInt(AT_ONCE);
      forgotten += now;
      if (now < AT_ONCE) {
        return forgotten;
      }
    }
    return forgotten;
  }
}
