package com.pelcro.payments.application.reconciliation;

import com.pelcro.payments.domain.gateway.GatewayBooks;
import com.pelcro.payments.domain.site.Integration;
import com.pelcro.payments.domain.site.SiteId;
import java.util.List;

/// The books of one merchant account, whose integration opens them, and all sites that keep theirs
/// there. What nobody asked for is told to the first.
record MerchantAccount(GatewayBooks books, Integration reader, List<SiteId> sites) {

  MerchantAccount {
    sites = List.copyOf(sites);
  }

  SiteId first() {
    return sites.getFirst();
  }
}
