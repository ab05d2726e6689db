package com.pelcro.payments.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.pelcro.payments.domain.gateway.memory.Movement;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The cases in which money is lost elsewhere, each by its name, through the whole service: what
/// befalls a call to the gateway, and how it ends when recovery has had its time.
class MoneyCasesTest {

  private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);
  private static final SimulatorStage STAGE = new SimulatorStage();

  @RegisterExtension
  static final RunningService SERVICE = new RunningService(() -> STAGE, Hurry::with);

  private Shop shop;
  private String card;

  @BeforeEach
  void open() {
    shop = Shop.open(SERVICE.operator(), SERVICE.stage());
    card = shop.card();
  }

  @Test
  void timeout_but_captured() {
    befalls(Map.of("kind", "lose_reply"));
    var charge = pending();
    ends(charge, "captured");
    movesOnce(charge);
  }

  @Test
  void timeout_and_never_arrived() {
    befalls(Map.of("kind", "lose_request"));
    var charge = pending();
    ends(charge, "failed");
    assertThat(shop.find(charge).text("/failure/code")).isEqualTo("absent");
    assertThat(STAGE.sum(shop.merchant(), Movement.Kind.SALE)).isZero();
  }

  @Test
  void late_arrival_after_we_annulled() {
    befalls(Map.of("kind", "late", "millis", 11_000));
    var charge = pending();
    ends(charge, "failed");
    await()
        .atMost(LONG_ENOUGH)
        .until(() -> events(charge).contains("\"outcome\":\"orphan_returned\""));
    nothingIsHeldOrTaken();
  }

  @Test
  void search_index_late() {
    befalls(Map.of("kind", "search_lag", "millis", 2500));
    befalls(Map.of("kind", "lose_reply"));
    var charge = pending();
    ends(charge, "captured");
    movesOnce(charge);
  }

  @Test
  void a_search_index_too_late_is_annulled_and_no_hold_is_left() {
    befalls(Map.of("kind", "search_lag", "millis", 60_000));
    befalls(Map.of("kind", "lose_reply"));
    var charge = pending();
    ends(charge, "failed");
    assertThat(shop.find(charge).text("/failure/code")).isEqualTo("annulled");
    nothingIsHeldOrTaken();
  }

  @Test
  void the_annulment_itself_unanswered() {
    befalls(Map.of("kind", "search_lag", "millis", 60_000));
    befalls(Map.of("kind", "lose_reply"));
    script(Map.of("path", "/pts/v2/voids"), Map.of("kind", "lose_reply"));
    var charge = pending();
    ends(charge, "failed");
    nothingIsHeldOrTaken();
  }

  @Test
  void bad_gateway_with_html_though_it_was_done() {
    befalls(page(502, true));
    var charge = pending();
    ends(charge, "captured");
    movesOnce(charge);
  }

  @Test
  void bad_gateway_with_html_and_nothing_done() {
    befalls(page(502, false));
    var charge = pending();
    ends(charge, "failed");
    assertThat(STAGE.sum(shop.merchant(), Movement.Kind.SALE)).isZero();
  }

  @Test
  void cut_body() {
    befalls(Map.of("kind", "truncate", "processed", true));
    var charge = pending();
    ends(charge, "captured");
    movesOnce(charge);
  }

  @Test
  void unknown_status() {
    befalls(json(201, "{\"id\":\"7412056310986400904007\",\"status\":\"NEW_IN_2031\"}"));
    var charge = pending();
    ends(charge, "captured");
    movesOnce(charge);
  }

  @Test
  void duplicate_request() {
    befalls(json(400, "{\"status\":\"INVALID_REQUEST\",\"reason\":\"DUPLICATE_REQUEST\"}"));
    var charge = pending();
    ends(charge, "captured");
    movesOnce(charge);
  }

  @Test
  void partial_whose_answer_was_lost() {
    befalls(Map.of("kind", "status", "status", "PARTIAL_AUTHORIZED", "authorized_amount", 500));
    befalls(Map.of("kind", "lose_reply"));
    var charge = pending();
    ends(charge, "declined");
    assertThat(shop.find(charge).text("/decline/code")).isEqualTo("partial_approval");
    nothingIsHeldOrTaken();
  }

  @Test
  void risk_declined_whose_answer_was_lost() {
    befalls(Map.of("kind", "status", "status", "AUTHORIZED_RISK_DECLINED"));
    befalls(Map.of("kind", "lose_reply"));
    var charge = pending();
    ends(charge, "declined");
    assertThat(shop.find(charge).text("/decline/code")).isEqualTo("fraud_suspected");
    nothingIsHeldOrTaken();
  }

  @Test
  void review_accepted() {
    var charge = reviewed();
    decide(charge, "accept");
    ends(charge, "captured");
    movesOnce(charge);
  }

  @Test
  void review_rejected() {
    var charge = reviewed();
    decide(charge, "reject");
    ends(charge, "declined");
    nothingIsHeldOrTaken();
  }

  @Test
  void two_instances_recover_one_charge_once() {
    try (var _ = SERVICE.another()) {
      befalls(Map.of("kind", "lose_reply"));
      var charge = pending();
      ends(charge, "captured");
      movesOnce(charge);
      var told = events(charge);
      assertThat(told.split("charge.recovered", -1)).hasSize(2);
    }
  }

  @Test
  void an_unsettled_full_return_is_a_void_first() {
    var charge = shop.charge(card, 1990);
    var refund = shop.refund(charge, Map.of());
    assertThat(refund.text("/status")).isEqualTo("succeeded");
    assertThat(STAGE.sum(shop.merchant(), Movement.Kind.REFUND)).isZero();
    nothingIsHeldOrTaken();
  }

  @Test
  void a_settled_full_return_falls_through_to_a_refund() {
    var charge = shop.charge(card, 1990);
    STAGE.settleDay();
    var refund = shop.refund(charge, Map.of());
    assertThat(refund.text("/status")).isEqualTo("succeeded");
    assertThat(STAGE.sum(shop.merchant(), Movement.Kind.REFUND)).isEqualTo(1990);
  }

  @Test
  void a_refund_after_a_void_is_refused() {
    var charge = shop.charge(card, 1990);
    assertThat(shop.follow(charge, "void", Map.of()).text("/status")).isEqualTo("voided");
    var refused = shop.refund(charge, Map.of());
    assertThat(refused.status()).isEqualTo(409);
  }

  @Test
  void a_refund_with_the_integration_disabled_still_goes_out() {
    var charge = shop.charge(card, 1990);
    var disabled = shop.merchant().integration("disabled");
    assertThat(shop.caller().put(shop.integration(), disabled).status()).isEqualTo(200);
    assertThat(shop.refund(charge, Map.of("amount", 990)).text("/status")).isEqualTo("succeeded");
  }

  @Test
  void a_refund_after_the_merchant_id_changed_fails_clearly_and_frees_its_reservation() {
    var charge = shop.charge(card, 1990);
    var other = STAGE.merchant().integration("enabled");
    assertThat(shop.caller().put(shop.integration(), other).status()).isEqualTo(200);
    var refund = shop.refund(charge, Map.of("amount", 990));
    assertThat(refund.text("/status")).isEqualTo("failed");
    assertThat(refund.text("/failure/code")).isEqualTo("gateway_rejected");
    assertThat(shop.find(charge).number("/amount_refundable")).isEqualTo(1990);
  }

  @Test
  void a_401_after_rotation_is_followed_by_the_key_before() {
    var rotated = new Merchant(shop.merchant().id(), UUID.randomUUID().toString(), "bm90IHlldA==");
    var settings = rotated.integration("enabled");
    assertThat(shop.caller().put(shop.integration(), settings).status()).isEqualTo(200);
    var charge = shop.charge(card, 1990);
    assertThat(charge.text("/status")).isEqualTo("captured");
    movesOnce(charge);
  }

  @Test
  void a_refund_whose_answer_was_lost_keeps_its_reservation_until_it_is_found() {
    var charge = shop.charge(card, 1990);
    script(Map.of("path", "/pts/v2/payments/.*/refunds"), Map.of("kind", "lose_reply"));
    var open = shop.refund(charge, Map.of("amount", 1500));
    assertThat(open.status()).isEqualTo(202);
    assertThat(shop.refund(charge, Map.of("amount", 1500)).status()).isEqualTo(422);
    await().atMost(LONG_ENOUGH).until(() -> shop.find(charge).number("/amount_refunded") == 1500);
    assertThat(STAGE.sum(shop.merchant(), Movement.Kind.REFUND)).isEqualTo(1500);
  }

  @Test
  void a_double_click_with_a_key_and_a_lost_answer_is_one_charge() {
    befalls(Map.of("kind", "lose_reply"));
    var key = UUID.randomUUID().toString();
    var first = shop.charge(card, 1990, key);
    var second = shop.charge(card, 1990, key);
    assertThat(second.id()).isEqualTo(first.id());
    ends(first, "captured");
    movesOnce(first);
  }

  private Answer reviewed() {
    befalls(Map.of("kind", "status", "status", "AUTHORIZED_PENDING_REVIEW"));
    var charge = shop.charge(card, 1990);
    assertThat(charge.text("/status")).isEqualTo("in_review");
    return charge;
  }

  private void decide(Answer charge, String decision) {
    var id = charge.text("/gateway/transaction_id");
    var made = STAGE.caller().post("/simulator/reviews/" + id, Map.of("decision", decision));
    assertThat(made.status()).as("%s", made.body()).isBetween(200, 204);
  }

  private Answer pending() {
    var charge = shop.charge(card, 1990);
    assertThat(charge.status()).as("%s", charge.body()).isEqualTo(202);
    assertThat(charge.text("/status")).isEqualTo("pending");
    return charge;
  }

  private void ends(Answer charge, String status) {
    await()
        .atMost(LONG_ENOUGH)
        .untilAsserted(
            () ->
                assertThat(shop.find(charge).text("/status"))
                    .as(() -> happened(charge))
                    .isEqualTo(status));
  }

  private String happened(Answer charge) {
    var steps = shop.caller().get(shop.path("/charges/" + charge.id() + "/timeline")).body();
    return String.join(" ", steps.findValuesAsText("outcome"));
  }

  private void movesOnce(Answer charge) {
    var sales = STAGE.sum(shop.merchant(), Movement.Kind.SALE);
    assertThat(sales).isEqualTo(charge.number("/amount"));
    assertThat(shop.find(charge).number("/amount_captured")).isEqualTo(sales);
    assertThat(STAGE.held(shop.merchant())).isZero();
  }

  private void nothingIsHeldOrTaken() {
    assertThat(STAGE.held(shop.merchant())).isZero();
    assertThat(STAGE.taken(shop.merchant())).isZero();
  }

  private String events(Answer charge) {
    var all = shop.caller().get(shop.path("/events?limit=100")).body().path("data");
    var told = new StringBuilder();
    all.forEach(
        event -> {
          if (event.at("/object/id").asText().equals(charge.id())) {
            told.append(event);
          }
        });
    return told.toString();
  }

  /// Happens to the next payment of this test's own merchant.
  private void befalls(Map<String, ?> effect) {
    script(Map.of("path", "/pts/v2/payments"), effect);
  }

  private void script(Map<String, ?> match, Map<String, ?> effect) {
    var mine = Shop.with(match, Map.of("merchant_id", shop.merchant().id()));
    var made =
        STAGE
            .caller()
            .post("/simulator/scenarios", Map.of("match", mine, "effect", effect, "times", 1));
    assertThat(made.status()).as("%s", made.body()).isBetween(200, 201);
  }

  private static Map<String, ?> page(int status, boolean processed) {
    return Map.of(
        "kind",
        "http",
        "status",
        status,
        "body",
        "<html><body>Bad Gateway</body></html>",
        "content_type",
        "text/html",
        "processed",
        processed);
  }

  private static Map<String, ?> json(int status, String body) {
    return Map.of("kind", "http", "status", status, "body", body, "processed", true);
  }
}
