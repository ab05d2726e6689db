package com.pelcro.payments.benchmarks.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.pelcro.payments.benchmarks.client.ClientProgram.Client;
import com.pelcro.payments.cybersource.CyberSource;
import com.pelcro.payments.cybersource.CyberSourceSettings;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Approval;
import com.pelcro.payments.domain.gateway.Initiation;
import com.pelcro.payments.domain.gateway.Instruction;
import com.pelcro.payments.domain.gateway.PaymentGateway;
import com.pelcro.payments.domain.gateway.PaymentSource;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.operation.OperationId;
import com.pelcro.payments.domain.operation.References;
import com.pelcro.payments.domain.paymentmethod.CardExpiry;
import com.pelcro.payments.domain.paymentmethod.CardSummary;
import com.pelcro.payments.domain.paymentmethod.GatewayToken;
import com.pelcro.payments.domain.site.CardNetwork;
import com.pelcro.payments.domain.site.Credentials;
import com.pelcro.payments.domain.site.Environment;
import com.pelcro.payments.domain.site.GatewayId;
import com.pelcro.payments.domain.site.Integration;
import com.pelcro.payments.domain.site.IntegrationStatus;
import com.pelcro.payments.domain.site.SharedSecret;
import com.pelcro.payments.domain.site.SiteId;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The CyberSource adapter as the service calls it.
record OurClient(PaymentGateway gateway, Integration integration, PaymentSource card)
    implements Client {

  private static final Currency EUR = Currency.getInstance("EUR");

  static OurClient of(Map<String, String> environment) throws IOException {
    var url = URI.create(environment.get("CLIENT_GATEWAY_URL"));
    var settings = new CyberSourceSettings(url, url, Duration.ofSeconds(30));
    var gateway = new CyberSource(settings, Vertx.vertx(), InstantSource.system()).adapter();
    return new OurClient(
        gateway.payments(), integration(environment), card(environment.get("BARE_CARD")));
  }

  private static Integration integration(Map<String, String> environment) {
    var now = Instant.now();
    return new Integration(
        SiteId.next(),
        new GatewayId("cybersource"),
        Environment.SANDBOX,
        IntegrationStatus.ENABLED,
        EUR,
        List.of(),
        Set.of(CardNetwork.VISA),
        new Credentials(
            Map.of(
                "merchant_id", environment.get("BARE_MERCHANT_ID"),
                "key_id", environment.get("BARE_KEY_ID")),
            Map.of("secret_key", new SharedSecret(environment.get("BARE_SECRET_KEY")))),
        null,
        now,
        now,
        now);
  }

  private static PaymentSource card(String stored) throws IOException {
    var json = new ObjectMapper().readTree(stored);
    return new PaymentSource.Stored(
        new GatewayToken(
            json.at("/customer/id").asText(), json.at("/paymentInstrument/id").asText(), "unused"),
        new CardSummary(CardNetwork.VISA, "411111", "1111", new CardExpiry(12, 2034)));
  }

  @Override
  public void sale() {
    var answer =
        gateway
            .sale(
                new Instruction(
                    integration,
                    References.of(OperationId.next()),
                    new Money(1990, EUR),
                    card,
                    new Initiation.CustomerStored()))
            .answer();
    if (!(answer instanceof Approval)) {
      throw new IllegalStateException("the gateway said " + answer);
    }
  }
}
