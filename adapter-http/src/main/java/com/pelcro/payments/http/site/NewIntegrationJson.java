package com.pelcro.payments.http.site;

import com.pelcro.payments.application.site.ConfigureIntegration;
import com.pelcro.payments.domain.site.CardNetwork;
import com.pelcro.payments.domain.site.Environment;
import com.pelcro.payments.domain.site.GatewayId;
import com.pelcro.payments.domain.site.IntegrationStatus;
import com.pelcro.payments.domain.site.SiteId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A site's settings for one gateway, as they shall be.
record NewIntegrationJson(
    String environment,
    String status,
    String supportedCurrency,
    @Nullable List<String> additionalSupportedSites,
    @Nullable List<String> cardNetworks,
    Map<String, String> settings) {

  ConfigureIntegration.Request request(SiteId site, GatewayId gateway) {
    return new ConfigureIntegration.Request(
        site,
        gateway,
        Environment.valueOf(environment.toUpperCase(Locale.ROOT)),
        IntegrationStatus.valueOf(status.toUpperCase(Locale.ROOT)),
        Currency.getInstance(supportedCurrency),
        additionalSupportedSites == null ? List.of() : additionalSupportedSites,
        (cardNetworks == null ? List.<String>of() : cardNetworks)
            .stream()
                .map(code -> CardNetwork.of(code).orElseThrow())
                .collect(Collectors.toUnmodifiableSet()),
        settings);
  }

  /// Settings hold secrets.
  @Override
  public String toString() {
    return "NewIntegrationJson[***]";
  }
}
