package com.pelcro.payments.application.site;

import com.pelcro.payments.application.InMemoryDatabase;
import com.pelcro.payments.domain.site.GatewayId;
import com.pelcro.payments.domain.site.Integration;
import com.pelcro.payments.domain.site.SiteId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Integrations in memory.
public final class InMemoryIntegrations implements Integrations {

  private final InMemoryDatabase database;

  public InMemoryIntegrations(InMemoryDatabase database) {
    this.database = database;
  }

  @Override
  public Optional<Integration> find(SiteId site, GatewayId gateway) {
    return database.ask(() -> database.integrations.find(site, gateway.value()));
  }

  @Override
  public Optional<Integration> lock(SiteId site, GatewayId gateway) {
    return database.ask(() -> database.integrations.lock(site, gateway.value()));
  }

  @Override
  public List<Integration> of(SiteId site) {
    return database.ask(
        () ->
            database
                .integrations
                .of(site)
                .sorted(Comparator.comparing(Integration::createdAt))
                .toList());
  }

  @Override
  public void put(Integration integration) {
    database.tell(
        () -> {
          database.sites.require(integration.site(), integration.site().value());
          database.integrations.put(integration.site(), integration.gateway().value(), integration);
        });
  }

  @Override
  public void remove(SiteId site, GatewayId gateway) {
    database.tell(() -> database.integrations.remove(site, gateway.value()));
  }
}
