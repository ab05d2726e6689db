package com.pelcro.payments.http.dashboard.charge;

import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.site.ListIntegrations;
import com.pelcro.payments.domain.site.Integration;
import com.pelcro.payments.domain.site.SiteId;
import jakarta.inject.Inject;
import java.util.Currency;

/// The currency in which an amount that is looked for is written.
public final class SearchCurrency {

  private static final Currency USUAL = Currency.getInstance("EUR");

  private final ListIntegrations integrations;

  @Inject
  public SearchCurrency(ListIntegrations integrations) {
    this.integrations = integrations;
  }

  Currency of(SiteId site) {
    return integrations.list(site) instanceof Done(var all)
        ? all.stream().findFirst().map(Integration::currency).orElse(USUAL)
        : USUAL;
  }
}
