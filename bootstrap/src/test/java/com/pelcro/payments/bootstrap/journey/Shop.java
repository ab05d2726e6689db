package com.pelcro.payments.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.domain.gateway.SampleCard;
import java.util.HashMap;
import java.util.Map;

/// A configured site with a customer, as a journey needs it: everything is made through the API.
record Shop(Caller caller, Stage stage, Merchant merchant, String site, String customer) {

  private static final String ORIGIN = "https://daily.example";

  /// A site with its own merchant account, so that journeys do not see each other's money.
  static Shop open(Caller operator, Stage stage) {
    return open(operator, stage, stage.merchant());
  }

  static Shop open(Caller operator, Stage stage, Merchant merchant) {
    var site = operator.post("/v1/sites", Map.of("name", "The Daily", "url", ORIGIN)).id();
    var path = "/v1/sites/" + site + "/integrations/" + stage.gateway();
    var configured = operator.put(path, merchant.integration("enabled"));
    assertThat(configured.status()).as("%s", configured.body()).isEqualTo(201);
    var customer =
        operator
            .post("/v1/sites/" + site + "/customers", Map.of("email", "ana@reader.example"))
            .id();
    return new Shop(operator, stage, merchant, site, customer);
  }

  String path(String rest) {
    return "/v1/sites/" + site + rest;
  }

  String integration() {
    return path("/integrations/" + stage.gateway());
  }

  Answer session() {
    var session = caller.post(path("/card-sessions"), Map.of());
    assertThat(session.status()).as("%s", session.body()).isEqualTo(201);
    return session;
  }

  Answer save(SampleCard card) {
    var session = session();
    return caller.post(
        path("/customers/" + customer + "/payment-methods"),
        Map.of(
            "card_session", session.id(),
            "transient_token", stage.type(session, card),
            "billing_details", billing(),
            "make_default", true));
  }

  /// A saved card that works.
  String card() {
    var saved = save(SampleCard.VISA);
    assertThat(saved.status()).as("%s", saved.body()).isEqualTo(201);
    return saved.id();
  }

  /// A charge of a card that is typed now.
  Map<String, Object> typed(long amount) {
    var session = session();
    return new HashMap<>(
        Map.of(
            "card_session", session.id(),
            "transient_token", stage.type(session, SampleCard.VISA),
            "billing_details", billing(),
            "amount", amount));
  }

  Answer charge(Map<String, ?> body) {
    return caller.post(path("/charges"), body);
  }

  Answer charge(String method, long amount) {
    return charge(asked(method, amount));
  }

  Answer charge(String method, long amount, String idempotencyKey) {
    return caller.post(path("/charges"), asked(method, amount), idempotencyKey);
  }

  static Map<String, Object> asked(String method, long amount) {
    return new HashMap<>(Map.of("payment_method", method, "amount", amount, "currency", "EUR"));
  }

  Answer find(Answer charge) {
    return caller.get(path("/charges/" + charge.id()));
  }

  /// Goes on with a charge: `capture`, `void`, `refunds`.
  Answer follow(Answer charge, String step, Map<String, ?> body) {
    return caller.post(path("/charges/" + charge.id() + "/" + step), body);
  }

  Answer refund(Answer charge, Map<String, ?> body) {
    return follow(charge, "refunds", body);
  }

  static Map<String, Object> with(Map<String, ?> body, Map<String, ?> more) {
    var all = new HashMap<String, Object>(body);
    all.putAll(more);
    return all;
  }

  static Map<String, Object> billing() {
    return Map.of(
        "name", "Ana Kovac",
        "email", "ana@reader.example",
        "address",
            Map.of("line1", "Ilica 10", "city", "Zagreb", "postal_code", "10000", "country", "HR"));
  }
}
