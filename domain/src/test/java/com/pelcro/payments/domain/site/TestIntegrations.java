package com.pelcro.payments.domain.site;

import com.pelcro.payments.domain.TestOutput;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Integrations to test with.
public final class TestIntegrations {

  public static final GatewayId CYBERSOURCE = new GatewayId("cybersource");
  public static final Instant MADE = Instant.parse("2026-03-01T10:15:31.456Z");

  private TestIntegrations() {}

  /// The simplest that works: enabled, in the sandbox, in euros.
  public static Integration sandbox(SiteId site) {
    return new Integration(
        site,
        CYBERSOURCE,
        Environment.SANDBOX,
        IntegrationStatus.ENABLED,
        Currency.getInstance("EUR"),
        List.of(),
        Set.of(CardNetwork.VISA, CardNetwork.MASTERCARD),
        credentials("acme_test"),
        null,
        MADE,
        MADE,
        MADE);
  }

  /// With everything an integration can have, credentials that were replaced included.
  public static Integration rotated(SiteId site) {
    return new Integration(
        site,
        CYBERSOURCE,
        Environment.LIVE,
        IntegrationStatus.DISABLED,
        Currency.getInstance("CAD"),
        List.of(new Origin("https://shop.daily.example"), new Origin("https://a.daily.example")),
        Set.of(CardNetwork.values()),
        credentials("acme"),
        new RetiredCredentials(credentials("acme_before"), MADE.plus(Duration.ofHours(24))),
        MADE.plusSeconds(2),
        MADE,
        MADE.plusSeconds(3));
  }

  public static Credentials credentials(String merchant) {
    return new Credentials(
        Map.of("merchant_id", merchant, "key_id", "5f2d8c1e-0000-4000-8000-00000000" + merchant),
        Map.of("secret_key", new SharedSecret(TestOutput.secret("c2VjcmV0IG9mIA==" + merchant))));
  }
}
