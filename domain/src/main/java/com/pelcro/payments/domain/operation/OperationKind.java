package com.pelcro.payments.domain.operation;

import java.util.Locale;

/// What is asked of the gateway.
public enum OperationKind {
  /// A sale or an authorization.
  CHARGE,
  /// Taking authorized money.
  CAPTURE,
  /// Undoing a sale or a capture before it settles; the hold stays.
  VOID,
  /// Letting go of a hold (the gateway's authorization reversal).
  RELEASE,
  /// Giving captured money back.
  REFUND,
  /// Storing a card, verified by an authorization over nothing.
  SAVE_CARD;

  /// The name in the API and in rows.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
