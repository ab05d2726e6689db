package com.pelcro.payments.http.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.domain.Mutations;
import com.pelcro.payments.domain.gateway.SampleCard;
import com.pelcro.payments.http.Answer;
import com.pelcro.payments.http.Service;
import com.pelcro.payments.http.Shop;
import com.pelcro.payments.http.Wire;
import com.pelcro.payments.http.contract.Operation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/// Whatever is sent is answered by the contract, never with a fault of ours, and what is refused
/// leaves nothing behind.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(600)
class HostileRequestsTest {

  private static final int FAULT = 500;
  private static final int REFUSED = 400;

  private final Service service = Service.start();
  private final Shop shop = Shop.open(service);
  private final String method = shop.method();
  private final String charge = shop.charge(method, 1990).id();
  private final Mutations mutations = new Mutations(20260302);

  @AfterAll
  void stop() {
    service.close();
  }

  private List<Operation> taking(Operation.Need body) {
    return service.contract().operations().stream()
        .filter(one -> !one.openTo().isEmpty() && one.body() == body)
        .toList();
  }

  private String path(Operation operation) {
    var path = operation.path();
    for (var known :
        Map.of(
                "site",
                shop.site(),
                "customer",
                shop.customer(),
                "payment_method",
                method,
                "charge",
                charge,
                "gateway",
                "memory")
            .entrySet()) {
      path = path.replace("{" + known.getKey() + "}", known.getValue());
    }
    return path.replaceAll("\\{[a-z_]+}", "nowhere");
  }

  private String body(Operation operation) {
    var example = operation.definition().at("/requestBody/content/application~1json/example");
    return (example.isMissingNode() ? "{}" : example.toString())
        .replace("cus_\u2026", shop.customer())
        .replace("pm_\u2026", method);
  }

  /// How much there is of whatever a request may leave behind.
  private List<Long> left() {
    var database = service.database();
    return database.ask(
        () ->
            Stream.of(
                    database.sites.all(),
                    database.apiKeys.all(),
                    database.customers.all(),
                    database.methods.all(),
                    database.tokens.all(),
                    database.charges.all(),
                    database.refunds.all(),
                    database.operations.all(),
                    database.claims.all(),
                    database.subscriptions.all(),
                    database.renewals.all(),
                    database.events.all())
                .map(Stream::count)
                .toList());
  }

  private void assertHarmless(String what, List<Long> before, Answer answer) {
    assertThat(answer.status()).as("%s: %s", what, answer.text()).isLessThan(FAULT);
    if (answer.status() >= REFUSED) {
      assertThat(left()).as("%s: %s", what, answer.text()).isEqualTo(before);
    }
  }

  @Test
  void spoiled_bodies_are_read_or_refused() {
    var operations = taking(Operation.Need.REQUIRED);
    for (int round = Mutations.rounds(1_500); round > 0; round--) {
      var operation = mutations.one(operations);
      var body = mutations.of(body(operation));
      var client = service.operator().key("body-" + round);
      var before = left();
      var answer = client.send(operation.method(), path(operation), body);
      assertHarmless(operation.method() + " " + operation.path() + " " + body, before, answer);
    }
  }

  @Test
  void spoiled_tokens_of_a_typed_card_take_no_money() {
    for (int round = Mutations.rounds(200); round > 0; round--) {
      var session = shop.session();
      var token = mutations.of(shop.type(session, SampleCard.VISA)).replaceAll("[\"\\\\]", "");
      var before = left();
      var answer =
          shop.client()
              .post(
                  shop.path("/charges"),
                  """
                  {"card_session": "%s", "transient_token": "%s", "billing_details": %s,
                   "amount": 100}\
                  """
                      .formatted(session, token, Shop.BILLING));
      assertHarmless(token, before, answer);
    }
  }

  @Test
  void spoiled_cursors_and_filters_are_understood_or_refused() {
    var lists =
        taking(Operation.Need.NONE).stream()
            .filter(one -> one.method().equals("GET") && !one.path().endsWith("/events"))
            .toList();
    for (int round = Mutations.rounds(600); round > 0; round--) {
      var operation = mutations.one(lists);
      var name = mutations.one(List.of("after", "limit", "customer", "status", "created_after"));
      var value = mutations.of(mutations.one(List.of(charge, "20", "2026-03-02T08:00:00Z")));
      var query = "?" + name + "=" + URLEncoder.encode(shortened(value), StandardCharsets.UTF_8);
      var before = left();
      var answer = service.operator().get(path(operation) + query);
      assertHarmless(operation.path() + query, before, answer);
    }
  }

  private static String shortened(String value) {
    return value.substring(0, Math.min(value.length(), 500));
  }

  @Test
  void any_bytes_in_the_head_are_answered_without_a_fault() {
    for (int round = Mutations.rounds(300); round > 0; round--) {
      var before = left();
      var answer =
          new Wire(service.port())
              .send(
                  """
                  POST /v1/sites/%s/customers HTTP/1.1\r
                  Host: here\r
                  Authorization: Bearer %s\r
                  Connection: close\r
                  Content-Type: application/json\r
                  Content-Length: 2\r
                  Idempotency-Key: %s\r
                  \r
                  {}\
                  """
                      .formatted(shop.site(), shop.key(), mutations.noise(300)));
      assertThat(answer).doesNotContain("HTTP/1.1 5");
      if (!answer.startsWith("HTTP/1.1 2")) {
        assertThat(left()).isEqualTo(before);
      }
    }
  }
}
