package com.pelcro.payments.application.reconciliation;

import com.pelcro.payments.application.Slice;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.domain.reconciliation.Difference;
import jakarta.inject.Inject;

/// Lists differences, newest first.
public final class ListDifferences {

  private final Differences differences;

  @Inject
  public ListDifferences(Differences differences) {
    this.differences = differences;
  }

  public Slice<Difference> list(Differences.Filter filter, Window window) {
    return differences.list(filter, window);
  }
}
