package com.pelcro.payments.simulator;

/// How far money that really moves has come: captures, and refunds.
public enum Clearing {
  /// Nothing moves by this request.
  NONE,
  /// Taken down for tonight; can still be voided.
  PENDING,
  /// Handed to the processor; can only be refunded.
  TRANSMITTED,
  /// Taken back before it was handed over.
  VOIDED;

  /// Whether the money counts as moved.
  public boolean moves() {
    return this == PENDING || this == TRANSMITTED;
  }
}
