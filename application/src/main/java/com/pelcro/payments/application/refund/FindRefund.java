package com.pelcro.payments.application.refund;

import com.pelcro.payments.application.Refusal.NotFound;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.domain.refund.Refund;
import com.pelcro.payments.domain.refund.RefundId;
import com.pelcro.payments.domain.site.SiteId;
import jakarta.inject.Inject;

/// Shows one refund.
public final class FindRefund {

  private final Refunds refunds;

  @Inject
  public FindRefund(Refunds refunds) {
    this.refunds = refunds;
  }

  public Result<Refund> find(SiteId site, RefundId id) {
    return Result.found(refunds.find(site, id), () -> new NotFound("refund"));
  }
}
