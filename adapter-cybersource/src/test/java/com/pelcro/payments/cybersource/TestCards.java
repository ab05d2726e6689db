package com.pelcro.payments.cybersource;

import com.pelcro.payments.domain.cardsession.CaptureMethod;
import com.pelcro.payments.domain.cardsession.CardFields;
import com.pelcro.payments.domain.cardsession.CardSession;
import com.pelcro.payments.domain.cardsession.CardSessionId;
import com.pelcro.payments.domain.gateway.CaptureOpening;
import com.pelcro.payments.domain.gateway.CaptureRequest;
import com.pelcro.payments.domain.gateway.FreshCard;
import com.pelcro.payments.domain.paymentmethod.Address;
import com.pelcro.payments.domain.paymentmethod.BillingDetails;
import com.pelcro.payments.domain.paymentmethod.CardExpiry;
import com.pelcro.payments.domain.paymentmethod.CardSummary;
import com.pelcro.payments.domain.site.CardNetwork;
import com.pelcro.payments.domain.site.Environment;
import com.pelcro.payments.domain.site.Integration;
import com.pelcro.payments.domain.site.Origin;
import com.pelcro.payments.domain.site.RetiredCredentials;
import com.pelcro.payments.domain.site.SharedSecret;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// Cards and sessions for tests that ask nobody.
public final class TestCards {

  public static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  private TestCards() {}

  /// An integration whose credentials are well formed.
  public static Integration integration() {
    var credentials = TestIntegrations.credentials("acme", "key-1", "c2VjcmV0");
    return TestIntegrations.integration(Environment.SANDBOX, credentials, NOW);
  }

  /// The same after its key was replaced; the one before is good until then.
  public static Integration rotated(Instant until) {
    var before = TestIntegrations.credentials("acme", "key-0", "b2xkIHNlY3JldA==");
    return TestIntegrations.rotated(
        Environment.SANDBOX,
        integration().credentials(),
        new RetiredCredentials(before, until),
        NOW);
  }

  /// The same with a secret that is no Base64.
  public static Integration broken() {
    var credentials = TestIntegrations.credentials("acme", "key-1", "no base64!");
    return TestIntegrations.integration(Environment.SANDBOX, credentials, NOW);
  }

  /// A card session that takes these networks.
  public static CardSession session(
      CardFields fields, String verification, CardNetwork... networks) {
    return new CardSession(
        CardSessionId.next(),
        integration().site(),
        integration().gateway(),
        List.of(new Origin("https://daily.example")),
        Set.of(networks),
        fields,
        verification,
        NOW,
        NOW.plusSeconds(900));
  }

  /// Opens hosted fields before the simulator.
  static CaptureOpening open(SimulatorBench bench) {
    var origins = List.of(new Origin("https://daily.example"));
    var integration = bench.integration();
    var request = new CaptureRequest(CaptureMethod.MICROFORM, origins, integration.networks());
    return bench.adapter().capture().open(integration, request);
  }

  /// What is shown of a card.
  public static CardSummary summary(CardNetwork network) {
    return new CardSummary(network, "411111", "1111", new CardExpiry(12, 2034));
  }

  /// A card just typed, with a token that is none.
  public static FreshCard fresh(CardNetwork network) {
    var fields = new CardFields.Microform("context", "https://library.example", null);
    var address = new Address("12 King St", null, "Toronto", "ON", "M5H 1A1", "CA");
    var billing = new BillingDetails("Ada Reader", "ada@reader.example", null, address);
    return new FreshCard(
        session(fields, "{}", network), new SharedSecret("the token"), summary(network), billing);
  }
}
