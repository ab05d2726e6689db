package com.pelcro.payments.persistence.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.pelcro.payments.application.access.ApiKeys;
import com.pelcro.payments.domain.access.ApiKey;
import com.pelcro.payments.domain.access.ApiKeyHash;
import com.pelcro.payments.domain.access.ApiKeyId;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.persistence.Binds;
import com.pelcro.payments.persistence.Columns;
import com.pelcro.payments.persistence.Database;
import com.pelcro.payments.persistence.Kept;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The table `api_keys`. What opens a site is kept in memory, without the time of its last use.
@Singleton
public final class JdbiApiKeys implements ApiKeys {

  /// A key in use is written to once in this time, not once a call.
  private static final Duration BETWEEN_USES = Duration.ofMinutes(1);

  private final Database database;
  private final Kept<ApiKeyHash, ApiKey> kept;
  private final Cache<ApiKeyId, Instant> uses =
      Caffeine.newBuilder().expireAfterWrite(BETWEEN_USES).build();

  @Inject
  public JdbiApiKeys(Database database) {
    this.database = database;
    this.kept = database.keeping();
  }

  private static final String ADD =
      """
      INSERT INTO api_keys (site_id, key_id, name, hash, created_at, last_used_at)
      VALUES (:site, :id, :name, :hash, :createdAt, :lastUsedAt)
      """;

  @Override
  public void add(ApiKey key) {
    var binds =
        Binds.at(key.site())
            .with("id", key.id())
            .with("name", key.name())
            .with("hash", key.hash().value())
            .with("createdAt", key.createdAt())
            .with("lastUsedAt", key.lastUsedAt());
    database.changeOne(ADD, binds, "the key");
  }

  private static final String SELECT =
      "SELECT site_id, key_id, name, hash, created_at, last_used_at FROM api_keys";

  private static final String BY_HASH = SELECT + " WHERE hash = :hash";

  @Override
  public Optional<ApiKey> find(ApiKeyHash hash) {
    var binds = Binds.none().with("hash", hash.value());
    return kept.find(hash, () -> database.find(BY_HASH, binds, JdbiApiKeys::key));
  }

  @Override
  public Optional<ApiKey> find(SiteId site, ApiKeyId id) {
    return database.find(
        SELECT + " WHERE site_id = :site AND key_id = :id",
        Binds.at(site).with("id", id),
        JdbiApiKeys::key);
  }

  @Override
  public List<ApiKey> of(SiteId site) {
    return database.list(
        SELECT + " WHERE site_id = :site ORDER BY key_id DESC", Binds.at(site), JdbiApiKeys::key);
  }

  private static final String USED =
      """
      UPDATE api_keys SET last_used_at = :at
      WHERE site_id = :site AND key_id = :id
        AND (last_used_at IS NULL OR last_used_at <= :before)
      """;

  @Override
  public void used(ApiKey key, Instant at) {
    var before = at.minus(BETWEEN_USES);
    if (isAfter(key.lastUsedAt(), before) || isAfter(uses.getIfPresent(key.id()), before)) {
      return;
    }
    var binds = Binds.at(key.site()).with("id", key.id()).with("at", at).with("before", before);
    var _ = database.change(USED, binds);
    uses.put(key.id(), at);
  }

  private static boolean isAfter(@Nullable Instant use, Instant before) {
    return use != null && use.isAfter(before);
  }

  @Override
  public void remove(SiteId site, ApiKeyId id) {
    var _ =
        database.changeSettings(
            "DELETE FROM api_keys WHERE site_id = :site AND key_id = :id",
            Binds.at(site).with("id", id));
  }

  private static ApiKey key(Columns columns) throws SQLException {
    return new ApiKey(
        new ApiKeyId(columns.text("key_id")),
        new SiteId(columns.text("site_id")),
        columns.text("name"),
        new ApiKeyHash(columns.text("hash")),
        columns.instant("created_at"),
        columns.optionalInstant("last_used_at"));
  }
}
