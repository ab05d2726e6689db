package com.pelcro.payments.bootstrap.run;

import java.util.Locale;
import java.util.Map;

/// The people of a demo site, and the merchant account all demo sites share.
record DemoPeople(Api service, Api simulator, String site) {

  void integrate() {
    var merchant = simulator.get("/simulator/merchants/default");
    var settings =
        Map.of(
            "merchant_id", merchant.path("merchant_id").asText(),
            "key_id", merchant.path("key_id").asText(),
            "secret_key", merchant.path("secret_key").asText());
    var _ =
        service.put(
            path("/integrations/cybersource"),
            Map.of(
                "environment", "sandbox",
                "status", "enabled",
                "supported_currency", "EUR",
                "settings", settings));
  }

  String path(String rest) {
    return "/v1/sites/" + site + rest;
  }

  String customer(String name) {
    var email = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@reader.example";
    var made = service.post(path("/customers"), Map.of("name", name, "email", email));
    return made.path("id").asText();
  }

  String card(String customer, String number) {
    var session = service.post(path("/card-sessions"), Map.of());
    var token =
        simulator.post(
            "/simulator/cards",
            Map.of(
                "capture_context", session.path("capture_context").asText(),
                "number", number,
                "expiration_month", "12",
                "expiration_year", "2034",
                "security_code", "123"));
    var saved =
        service.post(
            path("/customers/" + customer + "/payment-methods"),
            Map.of(
                "card_session", session.path("id").asText(),
                "transient_token", token.path("transient_token").asText(),
                "billing_details", billing(),
                "make_default", true));
    return saved.path("id").asText();
  }

  private static Map<String, Object> billing() {
    return Map.of(
        "name", "Ana Kovac",
        "email", "ana@reader.example",
        "address",
            Map.of("line1", "Ilica 10", "city", "Zagreb", "postal_code", "10000", "country", "HR"));
  }
}
