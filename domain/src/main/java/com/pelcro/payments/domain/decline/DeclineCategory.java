package com.pelcro.payments.domain.decline;

import java.util.Locale;

/// What a decline means for trying again.
public enum DeclineCategory {
  /// May work later.
  SOFT,
  /// Never on this card.
  HARD,
  /// The customer has to do something first.
  FIX,
  /// A fraud rule, not the card.
  FRAUD,
  /// The merchant's account, not the card.
  CONFIGURATION;

  /// The name in the API and in rows.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
