package com.pelcro.payments.application.access;

import com.pelcro.payments.domain.access.ApiKey;
import com.pelcro.payments.domain.access.ApiKeyHash;
import com.pelcro.payments.domain.access.ApiKeyId;
import com.pelcro.payments.domain.site.SiteId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The site keys in force.
public interface ApiKeys {

  void add(ApiKey key);

  Optional<ApiKey> find(ApiKeyHash hash);

  Optional<ApiKey> find(SiteId site, ApiKeyId id);

  /// Newest first.
  List<ApiKey> of(SiteId site);

  /// Remembers that the key was used; may be late or left out when it was used a moment before.
  void used(ApiKey key, Instant at);

  void remove(SiteId site, ApiKeyId id);
}
