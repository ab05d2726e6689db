package com.pelcro.payments.application.invariant;

import java.util.Map;

/// What the last check found, whichever instance made it.
public interface InvariantChecks {

  void put(InvariantCheck check);

  /// How many violations each invariant had; none that was never checked.
  Map<Invariant, Long> counts();
}
