package com.pelcro.payments.application.invariant;

import com.pelcro.payments.domain.site.SiteId;
import java.util.ArrayList;
import java.util.List;

/// Finds what it was told to find.
public final class ScriptedViolations implements Violations {

  private final List<Violation> violations = new ArrayList<>();

  public synchronized void add(Violation violation) {
    violations.add(violation);
  }

  @Override
  public synchronized List<Violation> find(SiteId site, Invariant invariant, int most) {
    return violations.stream()
        .filter(one -> one.site().equals(site) && one.invariant() == invariant)
        .limit(most)
        .toList();
  }
}
