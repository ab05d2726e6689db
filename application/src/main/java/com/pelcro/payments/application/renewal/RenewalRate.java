package com.pelcro.payments.application.renewal;

import java.time.Duration;

/// How many renewals an instance asks one merchant account for, a second.
public record RenewalRate(int perSecond) {

  public RenewalRate {
    if (perSecond < 1) {
      throw new IllegalArgumentException("renewals are worked off at some rate, not " + perSecond);
    }
  }

  Duration apart() {
    return Duration.ofSeconds(1).dividedBy(perSecond);
  }
}
