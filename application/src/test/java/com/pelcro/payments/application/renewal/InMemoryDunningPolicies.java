package com.pelcro.payments.application.renewal;

import com.pelcro.payments.application.InMemoryDatabase;
import com.pelcro.payments.domain.renewal.DunningPolicy;
import com.pelcro.payments.domain.site.SiteId;

/// Dunning policies in memory.
public final class InMemoryDunningPolicies implements DunningPolicies {

  private final InMemoryDatabase database;

  public InMemoryDunningPolicies(InMemoryDatabase database) {
    this.database = database;
  }

  @Override
  public DunningPolicy of(SiteId site) {
    return database.ask(
        () -> database.dunning.find(site, site.value()).orElse(DunningPolicy.USUAL));
  }

  @Override
  public void put(SiteId site, DunningPolicy policy) {
    database.tell(() -> database.dunning.put(site, site.value(), policy));
  }
}
