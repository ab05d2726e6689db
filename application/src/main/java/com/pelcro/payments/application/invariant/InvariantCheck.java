package com.pelcro.payments.application.invariant;

import java.time.Instant;
import java.util.List;

/// What a check of all invariants found; each is listed so often at most, see [CheckInvariants].
public record InvariantCheck(Instant at, List<Violation> violations) {

  public InvariantCheck {
    violations = List.copyOf(violations);
  }

  public boolean isClean() {
    return violations.isEmpty();
  }

  public long count(Invariant invariant) {
    return violations.stream().filter(one -> one.invariant() == invariant).count();
  }
}
