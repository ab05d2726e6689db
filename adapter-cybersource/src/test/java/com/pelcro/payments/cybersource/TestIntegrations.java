package com.pelcro.payments.cybersource;

import com.pelcro.payments.domain.TestOutput;
import com.pelcro.payments.domain.site.CardNetwork;
import com.pelcro.payments.domain.site.Credentials;
import com.pelcro.payments.domain.site.Environment;
import com.pelcro.payments.domain.site.GatewayId;
import com.pelcro.payments.domain.site.Integration;
import com.pelcro.payments.domain.site.IntegrationStatus;
import com.pelcro.payments.domain.site.RetiredCredentials;
import com.pelcro.payments.domain.site.SharedSecret;
import com.pelcro.payments.domain.site.SiteId;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Integrations for tests.
final class TestIntegrations {

  private static final SiteId SITE = SiteId.next();

  private TestIntegrations() {}

  static Credentials credentials(String merchant, String key, String secret) {
    return new Credentials(
        Map.of("merchant_id", merchant, "key_id", key),
        Map.of("secret_key", new SharedSecret(TestOutput.secret(secret))));
  }

  static Integration integration(Environment environment, Credentials credentials, Instant now) {
    return rotated(environment, credentials, null, now);
  }

  static Integration rotated(
      Environment environment,
      Credentials credentials,
      @Nullable RetiredCredentials previous,
      Instant now) {
    return new Integration(
        SITE,
        new GatewayId("cybersource"),
        environment,
        IntegrationStatus.ENABLED,
        Currency.getInstance("EUR"),
        List.of(),
        Set.of(CardNetwork.VISA, CardNetwork.MASTERCARD),
        credentials,
        previous,
        now,
        now,
        now);
  }

  /// The same, taking cards of every network.
  static Integration everyNetwork(Integration narrow) {
    return new Integration(
        narrow.site(),
        narrow.gateway(),
        narrow.environment(),
        narrow.status(),
        narrow.currency(),
        narrow.additionalSites(),
        Set.of(CardNetwork.values()),
        narrow.credentials(),
        narrow.previous(),
        narrow.secretsUpdatedAt(),
        narrow.createdAt(),
        narrow.updatedAt());
  }
}
