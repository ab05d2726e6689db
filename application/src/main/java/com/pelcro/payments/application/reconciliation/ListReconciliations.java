package com.pelcro.payments.application.reconciliation;

import com.pelcro.payments.application.Slice;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.domain.reconciliation.Reconciliation;
import jakarta.inject.Inject;

/// Lists comparisons, newest first.
public final class ListReconciliations {

  private final Reconciliations reconciliations;

  @Inject
  public ListReconciliations(Reconciliations reconciliations) {
    this.reconciliations = reconciliations;
  }

  public Slice<Reconciliation> list(Window window) {
    return reconciliations.list(window);
  }
}
