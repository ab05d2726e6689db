package com.pelcro.payments.application.site;

import com.pelcro.payments.application.Refusal.InvalidFields;
import com.pelcro.payments.application.Refusal.NotFound;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.Transactions;
import com.pelcro.payments.application.gateway.Gateways;
import com.pelcro.payments.domain.gateway.GatewayProfile;
import com.pelcro.payments.domain.settings.Editor;
import com.pelcro.payments.domain.site.CardNetwork;
import com.pelcro.payments.domain.site.Environment;
import com.pelcro.payments.domain.site.GatewayId;
import com.pelcro.payments.domain.site.Integration;
import com.pelcro.payments.domain.site.IntegrationStatus;
import com.pelcro.payments.domain.site.Site;
import com.pelcro.payments.domain.site.SiteId;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Sets a site's settings for one gateway, all at once. A secret that is left out stays as it is;
/// credentials that are replaced go on working for recovery and refunds for a day.
public final class ConfigureIntegration {

  /// The settings as asked for; without networks it takes all that the gateway has.
  public record Request(
      SiteId site,
      GatewayId gateway,
      Environment environment,
      IntegrationStatus status,
      Currency currency,
      List<String> additionalSites,
      Set<CardNetwork> networks,
      Map<String, String> settings) {}

  /// What was configured, and whether it was there before.
  public record Configured(Integration integration, Novelty novelty) {}

  /// Whether a thing was there before.
  public enum Novelty {
    ADDED,
    CHANGED
  }

  private final Transactions transactions;
  private final Gateways gateways;
  private final Sites sites;
  private final Integrations integrations;
  private final IntegrationTrail trail;
  private final InstantSource clock;

  @Inject
  public ConfigureIntegration(
      Transactions transactions,
      Gateways gateways,
      Sites sites,
      Integrations integrations,
      IntegrationTrail trail,
      InstantSource clock) {
    this.transactions = transactions;
    this.gateways = gateways;
    this.sites = sites;
    this.integrations = integrations;
    this.trail = trail;
    this.clock = clock;
  }

  public Result<Configured> configure(Request request, Editor by) {
    return gateways
        .find(request.gateway())
        .map(adapter -> transactions.inTransaction(() -> put(request, by, adapter.profile())))
        .orElse(new Refused<>(new NotFound("gateway")));
  }

  private Result<Configured> put(Request request, Editor by, GatewayProfile profile) {
    return Result.found(sites.lock(request.site()), () -> new NotFound("site"))
        .then(site -> put(request, by, profile, site));
  }

  private Result<Configured> put(Request request, Editor by, GatewayProfile profile, Site site) {
    var present = integrations.lock(request.site(), request.gateway());
    var drafted = new IntegrationDraft(request, profile, site, present, clock.instant());
    var problems = drafted.problems();
    return problems.isEmpty()
        ? new Done<>(put(by, drafted.integration(), present))
        : new Refused<>(new InvalidFields(problems));
  }

  private Configured put(Editor by, Integration integration, Optional<Integration> present) {
    integrations.put(integration);
    trail.put(by, present.orElse(null), integration);
    return new Configured(integration, present.isPresent() ? Novelty.CHANGED : Novelty.ADDED);
  }
}
