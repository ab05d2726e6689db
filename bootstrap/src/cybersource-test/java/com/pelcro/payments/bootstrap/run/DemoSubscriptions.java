package com.pelcro.payments.bootstrap.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;

/// A second demo site with a year of subscriptions in different states behind it, lived through by
/// its test clock. Its time stands still from then on; `POST …/test-clock` goes on with it.
final class DemoSubscriptions {

  private static final String ORIGIN = "http://localhost:3001";
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int MONTHS = 12;

  private final Api service;
  private final Api simulator;
  private final DemoPeople people;
  private Instant now = Instant.now();

  private DemoSubscriptions(Api service, Api simulator, String site) {
    this.service = service;
    this.simulator = simulator;
    this.people = new DemoPeople(service, simulator, site);
  }

  /// Made once: later starts find it.
  static void prepare(Api service, Api simulator) {
    for (var site : service.get("/v1/sites?limit=100").path("data")) {
      if (site.path("external_id").asText().equals("demo-subscriptions")) {
        return;
      }
    }
    var site =
        Map.of(
            "name",
            "The Weekly (test clock)",
            "url",
            ORIGIN,
            "external_id",
            "demo-subscriptions",
            "time_zone",
            "Europe/Zagreb");
    var made = service.post("/v1/sites", site).path("id").asText();
    new DemoSubscriptions(service, simulator, made).live();
  }

  private void live() {
    people.integrate();
    var _ =
        subscribe("Ada Reader", "4111111111111111", 1990, Map.of("description", "Print and web"));
    var _ = subscribe("Boris Late", "5555555555554444", 990, Map.of("description", "Web"));
    var _ = subscribe("Clara Closed", "4111111111111111", 1290, Map.of("description", "Weekend"));
    var paused = subscribe("Dora Away", "5555555555554444", 1490, Map.of("description", "Web"));
    var leaving = subscribe("Emil Leaving", "4111111111111111", 1190, Map.of());
    pass(MONTHS / 2);
    decline(1990, "INSUFFICIENT_FUND");
    pass(1);
    step(paused, "pause", Map.of());
    pass(MONTHS - MONTHS / 2 - 2);
    decline(990, "INSUFFICIENT_FUND");
    decline(1290, "STOLEN_LOST_CARD");
    pass(1);
    step(leaving, "cancel", Map.of("at", "period_end"));
    trial();
  }

  private JsonNode subscribe(String name, String number, long amount, Map<String, ?> more) {
    var customer = people.customer(name);
    var asked =
        new HashMap<String, Object>(
            Map.of(
                "customer",
                customer,
                "payment_method",
                people.card(customer, number),
                "amount",
                amount,
                "currency",
                "EUR",
                "interval",
                "month",
                "interval_count",
                1,
                "collection",
                "automatic",
                "time_zone",
                "Europe/Zagreb"));
    asked.putAll(more);
    return service.post(people.path("/subscriptions"), asked);
  }

  private void trial() {
    var end = now.plus(Duration.ofDays(20)).toString();
    var _ =
        subscribe(
            "Filip New", "4111111111111111", 9900, Map.of("interval", "year", "trial_end", end));
  }

  private void step(JsonNode subscription, String step, Map<String, ?> body) {
    var id = subscription.path("id").asText();
    var _ = service.post(people.path("/subscriptions/" + id + "/" + step), body);
  }

  /// The next sale of this amount is declined.
  private void decline(long amount, String reason) {
    var _ =
        simulator.post(
            "/simulator/scenarios",
            Map.of(
                "match", Map.of("path", "/pts/v2/payments", "amount", amount),
                "effect", Map.of("kind", "decline", "reason", reason),
                "times", 1));
  }

  private void pass(int months) {
    now = now.atZone(ZoneOffset.UTC).plusMonths(months).plusHours(1).toInstant();
    var path = people.path("/test-clock");
    var _ = service.post(path, Map.of("advance_to", now.toString()));
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> service.get(path).path("status").asText().equals("ready"));
  }
}
