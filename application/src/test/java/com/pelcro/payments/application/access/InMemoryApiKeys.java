package com.pelcro.payments.application.access;

import com.pelcro.payments.application.InMemoryDatabase;
import com.pelcro.payments.domain.access.ApiKey;
import com.pelcro.payments.domain.access.ApiKeyHash;
import com.pelcro.payments.domain.access.ApiKeyId;
import com.pelcro.payments.domain.site.SiteId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Site keys in memory.
public final class InMemoryApiKeys implements ApiKeys {

  private final InMemoryDatabase database;

  public InMemoryApiKeys(InMemoryDatabase database) {
    this.database = database;
  }

  @Override
  public void add(ApiKey key) {
    database.tell(
        () -> {
          database.sites.require(key.site(), key.site().value());
          if (by(key.hash()).isPresent()) {
            throw new IllegalStateException("another key has this hash");
          }
          database.apiKeys.insert(key.site(), key.id().value(), key);
        });
  }

  @Override
  public Optional<ApiKey> find(ApiKeyHash hash) {
    return database.ask(() -> by(hash));
  }

  @Override
  public Optional<ApiKey> find(SiteId site, ApiKeyId id) {
    return database.ask(() -> database.apiKeys.find(site, id.value()));
  }

  @Override
  public List<ApiKey> of(SiteId site) {
    return database.ask(() -> database.apiKeys.of(site).toList().reversed());
  }

  @Override
  public void used(ApiKey key, Instant at) {
    database.tell(
        () -> {
          var row = database.apiKeys.find(key.site(), key.id().value());
          row.ifPresent(found -> put(found, at));
        });
  }

  @Override
  public void remove(SiteId site, ApiKeyId id) {
    database.tell(() -> database.apiKeys.remove(site, id.value()));
  }

  private void put(ApiKey key, Instant at) {
    var used = new ApiKey(key.id(), key.site(), key.name(), key.hash(), key.createdAt(), at);
    database.apiKeys.put(key.site(), key.id().value(), used);
  }

  private Optional<ApiKey> by(ApiKeyHash hash) {
    return database.apiKeys.all().filter(key -> key.hash().equals(hash)).findFirst();
  }
}
