package com.pelcro.payments.domain.operation;

import java.util.Locale;

/// Who asks something of the gateway, or decides what became of it.
public enum Actor {
  /// A call of the API.
  API,
  /// A period of a subscription that fell due.
  RENEWAL,
  /// The search for lost answers.
  RECOVERY,
  /// A person, who said why.
  OPERATOR;

  /// The name in the API and in rows.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
