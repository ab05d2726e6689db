package com.pelcro.payments.application.invariant;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/// The last check, in memory.
public final class InMemoryInvariantChecks implements InvariantChecks {

  private final AtomicReference<Map<Invariant, Long>> counts = new AtomicReference<>(Map.of());

  @Override
  public void put(InvariantCheck check) {
    var found = new EnumMap<Invariant, Long>(Invariant.class);
    for (var invariant : Invariant.values()) {
      found.put(invariant, check.count(invariant));
    }
    counts.set(Map.copyOf(found));
  }

  @Override
  public Map<Invariant, Long> counts() {
    return counts.get();
  }
}
