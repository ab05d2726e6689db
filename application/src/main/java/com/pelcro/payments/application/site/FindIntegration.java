package com.pelcro.payments.application.site;

import com.pelcro.payments.application.Refusal.NotFound;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.domain.site.GatewayId;
import com.pelcro.payments.domain.site.Integration;
import com.pelcro.payments.domain.site.SiteId;
import jakarta.inject.Inject;

/// Shows a site's settings for one gateway.
public final class FindIntegration {

  private final Integrations integrations;

  @Inject
  public FindIntegration(Integrations integrations) {
    this.integrations = integrations;
  }

  public Result<Integration> find(SiteId site, GatewayId gateway) {
    return Result.found(integrations.find(site, gateway), () -> new NotFound("integration"));
  }
}
