package com.pelcro.payments.bootstrap.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/// A site to try the service with, made through the API like any other. The simulator forgets its
/// cards when it stops, so each start saves the demo card as a new payment method.
record DemoSite(String site, String paymentMethod) {

  private static final String ORIGIN = "http://localhost:3000";

  static DemoSite prepare(Api service, Api simulator) {
    var site = site(service);
    integrate(service, simulator, site);
    var customer = customer(service, site);
    return new DemoSite(site, card(service, simulator, site, customer));
  }

  /// A command that charges the demo card, each time anew.
  String curl(String url, String key) {
    return """
    curl -s %s/v1/sites/%s/charges \\
      -H 'Authorization: Bearer %s' \\
      -H 'Content-Type: application/json' \\
      -H "Idempotency-Key: demo-$(date +%%s%%N)" \\
      -d '{"payment_method": "%s", "amount": 1990, "currency": "EUR", "reference": "INV-7"}'\
    """
        .formatted(url, site, key, paymentMethod);
  }

  private static String site(Api service) {
    for (var site : service.get("/v1/sites?limit=100").path("data")) {
      if (site.path("external_id").asText().equals("demo")) {
        return site.path("id").asText();
      }
    }
    var site = Map.of("name", "The Daily", "url", ORIGIN, "external_id", "demo");
    return service.post("/v1/sites", site).path("id").asText();
  }

  private static void integrate(Api service, Api simulator, String site) {
    var merchant = simulator.get("/simulator/merchants/default");
    var settings =
        Map.of(
            "merchant_id", merchant.path("merchant_id").asText(),
            "key_id", merchant.path("key_id").asText(),
            "secret_key", merchant.path("secret_key").asText());
    service.put(
        "/v1/sites/" + site + "/integrations/cybersource",
        Map.of(
            "environment", "sandbox",
            "status", "enabled",
            "supported_currency", "EUR",
            "settings", settings));
  }

  private static String customer(Api service, String site) {
    var path = "/v1/sites/" + site + "/customers";
    var known = service.get(path + "?external_id=demo").path("data");
    return known.isEmpty()
        ? service
            .post(
                path,
                Map.of("external_id", "demo", "email", "ana@reader.example", "name", "Ana Kovac"))
            .path("id")
            .asText()
        : known.path(0).path("id").asText();
  }

  private static String card(Api service, Api simulator, String site, String customer) {
    var session = service.post("/v1/sites/" + site + "/card-sessions", Map.of());
    var token =
        simulator.post(
            "/simulator/cards",
            Map.of(
                "capture_context", session.path("capture_context").asText(),
                "number", "4111111111111111",
                "expiration_month", "12",
                "expiration_year", "2034",
                "security_code", "123"));
    var saved =
        service.post(
            "/v1/sites/" + site + "/customers/" + customer + "/payment-methods",
            Map.of(
                "card_session", session.path("id").asText(),
                "transient_token", token.path("transient_token").asText(),
                "billing_details", billing(),
                "make_default", true));
    return text(saved, "id");
  }

  private static Map<String, Object> billing() {
    return Map.of(
        "name", "Ana Kovac",
        "email", "ana@reader.example",
        "address",
            Map.of("line1", "Ilica 10", "city", "Zagreb", "postal_code", "10000", "country", "HR"));
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asText();
  }
}
