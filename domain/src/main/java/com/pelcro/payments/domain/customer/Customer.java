package com.pelcro.payments.domain.customer;

import com.pelcro.payments.domain.site.SiteId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who pays: a reader of one site. `externalId` is the platform's own id, unique within the site.
public record Customer(
    CustomerId id,
    SiteId site,
    @Nullable String externalId,
    @Nullable String email,
    @Nullable String name,
    Map<String, String> metadata,
    Instant createdAt,
    Instant updatedAt) {

  public Customer {
    metadata = Map.copyOf(metadata);
  }
}
