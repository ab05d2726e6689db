package com.pelcro.payments.domain.reconciliation;

import java.util.Locale;

/// How the gateway's books and ours can differ.
public enum DifferenceType {
  /// The gateway moved money of which we know nothing, or nothing yet.
  MISSING_HERE,
  /// We count on money of which the gateway's books say nothing.
  MISSING_THERE,
  /// Both know of it, over another amount.
  AMOUNT,
  /// Both know of it, in another currency.
  CURRENCY,
  /// Both know of it, and not of the same outcome.
  STATUS,
  /// The gateway did it more than once under one reference.
  DUPLICATE;

  /// The name in the API and in rows.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
