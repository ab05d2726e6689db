package com.pelcro.payments.application.settings;

import com.pelcro.payments.application.InMemoryDatabase;
import com.pelcro.payments.application.Slice;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.domain.settings.SettingsChange;
import com.pelcro.payments.domain.site.SiteId;

/// Changes of settings in memory.
public final class InMemorySettingsHistory implements SettingsHistory {

  private final InMemoryDatabase database;

  public InMemorySettingsHistory(InMemoryDatabase database) {
    this.database = database;
  }

  @Override
  public void add(SettingsChange change) {
    database.tell(
        () -> {
          database.sites.require(change.site(), change.site().value());
          database.settings.insert(change.site(), change.id().value(), change);
        });
  }

  @Override
  public Slice<SettingsChange> list(SiteId site, Window window) {
    return database.ask(() -> database.settings.slice(site, _ -> true, window));
  }
}
