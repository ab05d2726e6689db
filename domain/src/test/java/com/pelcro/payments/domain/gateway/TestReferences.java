package com.pelcro.payments.domain.gateway;

import java.util.concurrent.atomic.AtomicLong;

/// What a gateway may call things it did.
public final class TestReferences {

  private static final AtomicLong LAST = new AtomicLong(7_000_000_000_000_000_000L);

  private TestReferences() {}

  /// With everything that can come along, and an id of its own.
  public static GatewayReference full() {
    return new GatewayReference(
        Long.toString(LAST.incrementAndGet()),
        "016150703802094",
        "831000",
        "77DCRV5X8Y9ZX1",
        new Checks("Y", "M"));
  }
}
