package com.pelcro.payments.application.site;

import com.pelcro.payments.application.Refusal.NotFound;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.domain.site.Site;
import com.pelcro.payments.domain.site.SiteId;
import jakarta.inject.Inject;

/// Shows one site.
public final class FindSite {

  private final Sites sites;

  @Inject
  public FindSite(Sites sites) {
    this.sites = sites;
  }

  public Result<Site> find(SiteId id) {
    return Result.found(sites.find(id), () -> new NotFound("site"));
  }
}
