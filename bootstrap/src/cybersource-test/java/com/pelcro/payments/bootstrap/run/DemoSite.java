package com.pelcro.payments.bootstrap.run;

import java.util.Map;

/// A site to try the service with, made through the API like any other. The simulator forgets its
/// cards when it stops, so each start saves the demo card as a new payment method.
record DemoSite(String site, String paymentMethod) {

  private static final String ORIGIN = "http://localhost:3000";

  static DemoSite prepare(Api service, Api simulator) {
    var site = site(service);
    new DemoPeople(service, simulator, site).integrate();
    var customer = customer(service, site);
    return new DemoSite(
        site, new DemoPeople(service, simulator, site).card(customer, "4111111111111111"));
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
}
