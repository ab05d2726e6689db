package com.pelcro.payments.application.access;

import com.pelcro.payments.application.Refusal.NotFound;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.site.Sites;
import com.pelcro.payments.domain.access.ApiKey;
import com.pelcro.payments.domain.site.SiteId;
import jakarta.inject.Inject;
import java.util.List;

/// Lists a site's keys; what they are is known to their holders alone.
public final class ListApiKeys {

  private final Sites sites;
  private final ApiKeys keys;

  @Inject
  public ListApiKeys(Sites sites, ApiKeys keys) {
    this.sites = sites;
    this.keys = keys;
  }

  public Result<List<ApiKey>> list(SiteId site) {
    return Result.found(sites.find(site), () -> new NotFound("site"))
        .map(known -> keys.of(known.id()));
  }
}
