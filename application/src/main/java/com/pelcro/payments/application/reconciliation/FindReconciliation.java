package com.pelcro.payments.application.reconciliation;

import com.pelcro.payments.application.Refusal.NotFound;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.domain.reconciliation.Reconciliation;
import com.pelcro.payments.domain.reconciliation.ReconciliationId;
import jakarta.inject.Inject;

/// Finds one comparison.
public final class FindReconciliation {

  private final Reconciliations reconciliations;

  @Inject
  public FindReconciliation(Reconciliations reconciliations) {
    this.reconciliations = reconciliations;
  }

  public Result<Reconciliation> find(ReconciliationId id) {
    return Result.found(reconciliations.find(id), () -> new NotFound("comparison"));
  }
}
