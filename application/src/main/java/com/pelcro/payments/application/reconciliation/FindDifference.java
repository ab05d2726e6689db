package com.pelcro.payments.application.reconciliation;

import com.pelcro.payments.application.Refusal.NotFound;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.domain.reconciliation.Difference;
import com.pelcro.payments.domain.reconciliation.DifferenceId;
import jakarta.inject.Inject;

/// Finds one difference.
public final class FindDifference {

  private final Differences differences;

  @Inject
  public FindDifference(Differences differences) {
    this.differences = differences;
  }

  public Result<Difference> find(DifferenceId id) {
    return Result.found(differences.find(id), () -> new NotFound("difference"));
  }
}
