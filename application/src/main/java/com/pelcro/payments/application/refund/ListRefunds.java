package com.pelcro.payments.application.refund;

import com.pelcro.payments.application.Refusal.NotFound;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Slice;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.application.charge.Charges;
import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.refund.Refund;
import com.pelcro.payments.domain.site.SiteId;
import jakarta.inject.Inject;

/// Lists a charge's refunds, newest first.
public final class ListRefunds {

  private final Charges charges;
  private final Refunds refunds;

  @Inject
  public ListRefunds(Charges charges, Refunds refunds) {
    this.charges = charges;
    this.refunds = refunds;
  }

  public Result<Slice<Refund>> list(SiteId site, ChargeId charge, Window window) {
    return Result.found(charges.find(site, charge), () -> new NotFound("charge"))
        .map(known -> refunds.of(site, known.id(), window));
  }
}
