package com.pelcro.payments.application.charge;

import com.pelcro.payments.application.Refusal.NotFound;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.operation.Operations;
import com.pelcro.payments.application.operation.Step;
import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.site.SiteId;
import jakarta.inject.Inject;
import java.util.List;

/// Shows every step of a charge and of its refunds with its evidence, oldest first.
public final class ReadTimeline {

  private final Charges charges;
  private final Operations operations;

  @Inject
  public ReadTimeline(Charges charges, Operations operations) {
    this.charges = charges;
    this.operations = operations;
  }

  public Result<List<Step>> read(SiteId site, ChargeId id) {
    return Result.found(charges.find(site, id), () -> new NotFound("charge"))
        .map(charge -> operations.timeline(site, charge.id()));
  }
}
