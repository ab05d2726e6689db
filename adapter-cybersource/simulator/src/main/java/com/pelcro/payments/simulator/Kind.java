package com.pelcro.payments.simulator;

import java.util.Locale;

/// What a request asked to be done with money.
public enum Kind {
  AUTHORIZATION,
  SALE,
  CAPTURE,
  REFUND,
  REVERSAL,
  VOID,
  CREDIT;

  /// The word of the simulator's own side.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
