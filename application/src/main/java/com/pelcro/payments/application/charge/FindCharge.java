package com.pelcro.payments.application.charge;

import com.pelcro.payments.application.Refusal.NotFound;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.site.SiteId;
import jakarta.inject.Inject;

/// Shows one charge.
public final class FindCharge {

  private final Charges charges;

  @Inject
  public FindCharge(Charges charges) {
    this.charges = charges;
  }

  public Result<Charge> find(SiteId site, ChargeId id) {
    return Result.found(charges.find(site, id), () -> new NotFound("charge"));
  }
}
