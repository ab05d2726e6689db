package com.pelcro.payments.application.charge;

import com.pelcro.payments.application.Slice;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.site.SiteId;
import jakarta.inject.Inject;

/// Lists a site's charges, newest first.
public final class ListCharges {

  private final Charges charges;

  @Inject
  public ListCharges(Charges charges) {
    this.charges = charges;
  }

  public Slice<Charge> list(SiteId site, ChargeFilter filter, Window window) {
    return charges.list(site, filter, window);
  }
}
