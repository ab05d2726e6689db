package com.pelcro.payments.http.site;

import com.pelcro.payments.domain.site.CardNetwork;
import com.pelcro.payments.domain.site.Integration;
import com.pelcro.payments.domain.site.Origin;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// A site's settings for one gateway; of a secret only that it is set.
public record IntegrationJson(
    String gateway,
    String environment,
    String status,
    String supportedCurrency,
    List<String> additionalSupportedSites,
    List<String> cardNetworks,
    Map<String, Object> settings,
    Instant createdAt,
    Instant updatedAt) {

  record SecretJson(boolean set, Instant updatedAt) {}

  public static IntegrationJson of(Integration integration) {
    return new IntegrationJson(
        integration.gateway().value(),
        integration.environment().name().toLowerCase(Locale.ROOT),
        integration.status().name().toLowerCase(Locale.ROOT),
        integration.currency().getCurrencyCode(),
        integration.additionalSites().stream().map(Origin::value).toList(),
        integration.networks().stream().sorted().map(CardNetwork::code).toList(),
        settings(integration),
        integration.createdAt(),
        integration.updatedAt());
  }

  private static Map<String, Object> settings(Integration integration) {
    var settings = new TreeMap<String, Object>(integration.credentials().values());
    var secret = new SecretJson(true, integration.secretsUpdatedAt());
    integration.credentials().secrets().keySet().forEach(name -> settings.put(name, secret));
    return settings;
  }
}
