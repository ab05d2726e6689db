package com.pelcro.payments.domain.subscription;

import java.time.Instant;

/// The time one charge pays for, from `start` up to `end`; `index` counts from 0.
public record BillingPeriod(int index, Instant start, Instant end) {

  public BillingPeriod {
    if (index < 0 || !start.isBefore(end)) {
      throw new IllegalArgumentException("no period: " + index + ", " + start + " to " + end);
    }
  }

  public boolean isOver(Instant now) {
    return !now.isBefore(end);
  }
}
