package com.pelcro.payments.application.site;

import com.pelcro.payments.application.InMemoryDatabase;
import com.pelcro.payments.application.Slice;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.domain.site.Site;
import com.pelcro.payments.domain.site.SiteId;
import java.util.Comparator;
import java.util.Optional;

/// Sites in memory.
public final class InMemorySites implements Sites {

  private final InMemoryDatabase database;

  public InMemorySites(InMemoryDatabase database) {
    this.database = database;
  }

  @Override
  public void add(Site site) {
    database.tell(() -> database.sites.insert(site.id(), site.id().value(), site));
  }

  @Override
  public Optional<Site> find(SiteId id) {
    return database.ask(() -> database.sites.find(id, id.value()));
  }

  @Override
  public Optional<Site> lock(SiteId id) {
    return database.ask(() -> database.sites.lock(id, id.value()));
  }

  @Override
  public void update(Site site) {
    database.tell(() -> database.sites.replace(site.id(), site.id().value(), site));
  }

  @Override
  public Slice<Site> list(Window window) {
    var after = window.after();
    return database.ask(
        () ->
            Slice.of(
                database
                    .sites
                    .all()
                    .filter(site -> after == null || site.id().value().compareTo(after) < 0)
                    .sorted(Comparator.comparing((Site site) -> site.id().value()).reversed())
                    .limit(window.limit() + 1L)
                    .toList(),
                window.limit()));
  }
}
