package com.pelcro.payments.domain.site;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A site's settings for one gateway. At most one `previous` set of credentials is kept for a
/// while.
public record Integration(
    SiteId site,
    GatewayId gateway,
    Environment environment,
    IntegrationStatus status,
    Currency currency,
    List<Origin> additionalSites,
    Set<CardNetwork> networks,
    Credentials credentials,
    @Nullable RetiredCredentials previous,
    Instant secretsUpdatedAt,
    Instant createdAt,
    Instant updatedAt) {

  public Integration {
    additionalSites = List.copyOf(additionalSites);
    networks = Set.copyOf(networks);
    if (networks.isEmpty()) {
      throw new IllegalArgumentException("an integration takes at least one card network");
    }
  }

  public boolean isEnabled() {
    return status == IntegrationStatus.ENABLED;
  }
}
