package com.pelcro.payments.domain.decline;

import java.time.Duration;

/// Decline reasons to test with.
public final class TestDeclines {

  private TestDeclines() {}

  /// With everything a network can say, and another category than the code's own.
  public static DeclineReason full() {
    return new DeclineReason(
        DeclineCode.INSUFFICIENT_FUNDS,
        DeclineCategory.HARD,
        Duration.ofDays(3),
        "INSUFFICIENT_FUND",
        "51",
        "02");
  }

  public static DeclineReason bare() {
    return DeclineReason.of(DeclineCode.UNKNOWN);
  }
}
