package com.pelcro.payments.domain.gateway.memory;

import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.operation.References;
import java.time.Instant;

/// Money as the gateway moved it, under the references it was asked by.
public record Movement(Kind kind, Money amount, References references, Instant at) {

  /// In which direction, and how far.
  public enum Kind {
    /// Held and taken in one step.
    SALE,
    /// Held.
    AUTHORIZATION,
    /// Taken of what was held.
    CAPTURE,
    /// A capture undone; held again.
    VOID,
    /// No longer held.
    REVERSAL,
    /// Given back.
    REFUND
  }
}
