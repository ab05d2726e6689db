package com.pelcro.payments.application.site;

import com.pelcro.payments.application.Refusal.NotFound;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.gateway.Gateways;
import com.pelcro.payments.domain.gateway.ConnectionCheck;
import com.pelcro.payments.domain.site.GatewayId;
import com.pelcro.payments.domain.site.Integration;
import com.pelcro.payments.domain.site.SiteId;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;

/// Asks the gateway whether a site's settings work, with a signed call that moves no money.
public final class CheckIntegration {

  /// What was found, and when.
  public record Checked(ConnectionCheck check, Instant at) {}

  private final Gateways gateways;
  private final Integrations integrations;
  private final InstantSource clock;

  @Inject
  public CheckIntegration(Gateways gateways, Integrations integrations, InstantSource clock) {
    this.gateways = gateways;
    this.integrations = integrations;
    this.clock = clock;
  }

  public Result<Checked> check(SiteId site, GatewayId gateway) {
    return Result.found(integrations.find(site, gateway), () -> new NotFound("integration"))
        .map(this::check);
  }

  private Checked check(Integration integration) {
    var check = gateways.get(integration.gateway()).payments().check(integration);
    return new Checked(check, clock.instant());
  }
}
