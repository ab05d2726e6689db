package com.pelcro.payments.application.site;

import com.pelcro.payments.application.Refusal.NotFound;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.domain.site.Integration;
import com.pelcro.payments.domain.site.SiteId;
import jakarta.inject.Inject;
import java.util.List;

/// Lists a site's gateway settings.
public final class ListIntegrations {

  private final Sites sites;
  private final Integrations integrations;

  @Inject
  public ListIntegrations(Sites sites, Integrations integrations) {
    this.sites = sites;
    this.integrations = integrations;
  }

  public Result<List<Integration>> list(SiteId site) {
    return Result.found(sites.find(site), () -> new NotFound("site"))
        .map(known -> integrations.of(known.id()));
  }
}
