package com.pelcro.payments.bootstrap.journey;

import static com.pelcro.payments.domain.gateway.memory.Movement.Kind.REFUND;
import static com.pelcro.payments.domain.gateway.memory.Movement.Kind.SALE;
import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.domain.decline.DeclineCode;
import com.pelcro.payments.domain.gateway.Outcome;
import com.pelcro.payments.domain.gateway.Trouble;
import com.pelcro.payments.domain.gateway.memory.Movement;
import com.pelcro.payments.domain.money.Money;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a caller can do with money, whatever gateway is behind it.
abstract class ChargeJourney {

  private RunningService service;
  private Shop shop;

  abstract RunningService service();

  @BeforeEach
  void open() {
    service = service();
    shop = Shop.open(service.operator(), service.stage());
  }

  private long movements(Movement.Kind kind, long amount) {
    return shop.stage().movements(shop.merchant(), kind, amount);
  }

  @Test
  void a_card_is_saved_charged_and_refunded_in_parts_to_the_full_sum_and_no_further() {
    var charge = shop.charge(shop.card(), 1990);
    assertThat(charge.status()).as("%s", charge.body()).isEqualTo(201);
    assertThat(charge.text("/status")).isEqualTo("captured");
    assertThat(charge.text("/gateway/transaction_id")).isNotEmpty();

    assertThat(shop.refund(charge, Map.of("amount", 990)).text("/status")).isEqualTo("succeeded");
    assertThat(shop.refund(charge, Map.of("amount", 400)).text("/status")).isEqualTo("succeeded");
    var rest = shop.refund(charge, Map.of());
    assertThat(rest.number("/amount")).isEqualTo(600);

    var oneMore = shop.refund(charge, Map.of("amount", 1));
    assertThat(oneMore.status()).isEqualTo(422);
    assertThat(oneMore.text("/code")).isEqualTo("amount_too_large");
    var now = shop.find(charge);
    assertThat(now.number("/amount_refunded")).isEqualTo(1990);
    assertThat(now.number("/amount_refundable")).isZero();
    assertThat(movements(SALE, 1990)).isEqualTo(1);
    assertThat(movements(REFUND, 990) + movements(REFUND, 400) + movements(REFUND, 600))
        .isEqualTo(3);
  }

  @Test
  void a_card_just_typed_is_charged_once_and_cannot_be_charged_again() {
    var body = shop.typed(700);
    var charge = shop.charge(body);
    assertThat(charge.text("/status")).as("%s", charge.body()).isEqualTo("captured");

    var again = shop.charge(body);
    assertThat(again.status()).isEqualTo(422);
    assertThat(again.text("/code")).isEqualTo("token_already_used");
    var method = shop.charge(charge.text("/payment_method"), 700);
    assertThat(method.text("/code")).isEqualTo("payment_method_unusable");
    assertThat(movements(SALE, 700)).isEqualTo(1);
  }

  @Test
  void a_card_typed_to_be_kept_is_charged_and_on_file_afterwards() {
    var body = shop.typed(800);
    body.put("customer", shop.customer());
    body.put("save_payment_method", true);
    var first = shop.charge(body);
    assertThat(first.text("/status")).as("%s", first.body()).isEqualTo("captured");

    var second = shop.charge(first.text("/payment_method"), 900);
    assertThat(second.text("/status")).as("%s", second.body()).isEqualTo("captured");
  }

  @Test
  void a_declined_charge_exists_and_says_why() {
    var method = shop.card();
    shop.stage().next(shop.merchant(), 1991, new Outcome.Declined(DeclineCode.INSUFFICIENT_FUNDS));
    var charge = shop.charge(method, 1991);
    assertThat(charge.status()).isEqualTo(201);
    assertThat(charge.text("/status")).isEqualTo("declined");
    assertThat(charge.text("/decline/code")).isEqualTo("insufficient_funds");
    assertThat(charge.text("/decline/category")).isEqualTo("soft");
    assertThat(charge.number("/amount_captured")).isZero();
    assertThat(shop.caller().get("/metrics").body().asText())
        .contains("payments_gateway_declines_total{code=\"insufficient_funds\"")
        .contains("operation=\"sale\",outcome=\"decline\"");
  }

  @Test
  void authorized_money_is_captured_in_part() {
    var asked = Shop.asked(shop.card(), 3000);
    asked.put("capture", false);
    var charge = shop.charge(asked);
    assertThat(charge.text("/status")).as("%s", charge.body()).isEqualTo("authorized");

    var captured = shop.follow(charge, "capture", Map.of("amount", 2000));
    assertThat(captured.text("/status")).as("%s", captured.body()).isEqualTo("captured");
    assertThat(captured.number("/amount_captured")).isEqualTo(2000);
    var refund = shop.refund(charge, Map.of("amount", 2000));
    assertThat(refund.text("/status")).as("%s", refund.body()).isEqualTo("succeeded");
  }

  @Test
  void a_sale_that_has_not_settled_is_voided_and_no_hold_is_left() {
    var charge = shop.charge(shop.card(), 1500);
    var voided = shop.follow(charge, "void", Map.of());
    assertThat(voided.text("/status")).as("%s", voided.body()).isEqualTo("voided");
    assertThat(shop.stage().held(shop.merchant())).isZero();
  }

  @Test
  void a_settled_sale_cannot_be_voided_and_the_answer_says_to_refund_it() {
    var charge = shop.charge(shop.card(), 1600);
    shop.stage().settleDay();
    var refused = shop.follow(charge, "void", Map.of());
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("/code")).isEqualTo("invalid_state");
    assertThat(refused.text("/detail")).contains("refund");
    assertThat(shop.find(charge).text("/status")).isEqualTo("captured");
  }

  @Test
  void a_disabled_integration_takes_no_new_money_and_still_refunds() {
    var method = shop.card();
    var charge = shop.charge(method, 1000);
    disable();

    var refused = shop.charge(method, 1000);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("/code")).isEqualTo("integration_disabled");
    assertThat(shop.refund(charge, Map.of()).text("/status")).isEqualTo("succeeded");
  }

  /// The secret is left out, and stays.
  private void disable() {
    var body = shop.merchant().integration("disabled");
    body.put(
        "settings", Map.of("merchant_id", shop.merchant().id(), "key_id", shop.merchant().keyId()));
    var disabled = shop.caller().put(shop.integration(), body);
    assertThat(disabled.status()).as("%s", disabled.body()).isEqualTo(200);
  }

  @Test
  void another_currency_than_the_integrations_is_refused() {
    var asked = Shop.asked(shop.card(), 1000);
    asked.put("currency", "USD");
    var refused = shop.charge(asked);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("/code")).isEqualTo("currency_not_supported");
  }

  @Test
  void a_wrong_secret_is_found_by_the_check_and_opens_no_card_fields() {
    var wrong = Shop.open(service.operator(), service.stage(), service.stage().stranger());
    var check = wrong.caller().post(wrong.integration() + "/verify", Map.of());
    assertThat(check.status()).isEqualTo(200);
    assertThat(check.body().path("ok").asBoolean()).isFalse();
    assertThat(check.text("/problem")).isEqualTo("credentials_rejected");

    var session = wrong.caller().post(wrong.path("/card-sessions"), Map.of());
    assertThat(session.status()).isIn(502, 503);
    assertThat(session.text("/code")).isEqualTo("gateway_credentials_rejected");
  }

  @Test
  void the_key_of_one_site_opens_nothing_of_another() {
    var other = Shop.open(service.operator(), service.stage());
    var key = other.caller().post(other.path("/api-keys"), Map.of("name", "platform")).text("/key");
    var charge = shop.charge(shop.card(), 1000);
    var stranger = service.operator().as(key);

    assertThat(stranger.get(other.path("/charges")).status()).isEqualTo(200);
    assertThat(stranger.get(shop.path("/charges/" + charge.id())).status()).isEqualTo(404);
    assertThat(stranger.get(other.path("/charges/" + charge.id())).status()).isEqualTo(404);
    assertThat(stranger.post(shop.path("/charges/" + charge.id() + "/refunds"), Map.of()).status())
        .isEqualTo(404);
    assertThat(stranger.get("/v1/sites").status()).isEqualTo(403);
    assertThat(service.operator().as("sk_nobody").get(shop.path("/charges")).status())
        .isEqualTo(401);
  }

  @Test
  void the_same_key_twice_is_one_charge() {
    var method = shop.card();
    var key = UUID.randomUUID().toString();
    var first = shop.charge(method, 2100, key);
    var second = shop.charge(method, 2100, key);
    assertThat(second.id()).isEqualTo(first.id());
    assertThat(second.headers().firstValue("Idempotency-Replayed")).hasValue("true");
    assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
    assertThat(movements(SALE, 2100)).isEqualTo(1);

    var other = shop.charge(method, 2101, key);
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.text("/code")).isEqualTo("idempotency_key_reused");
  }

  @Test
  void the_same_key_32_times_at_once_is_one_charge() throws Exception {
    var method = shop.card();
    var key = UUID.randomUUID().toString();
    var calls = new ArrayList<Callable<Answer>>();
    for (int call = 0; call < 32; call++) {
      calls.add(() -> shop.charge(method, 2200, key));
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var ids = new ArrayList<String>();
      for (var answer : threads.invokeAll(calls)) {
        assertThat(answer.get().status()).isIn(201, 202);
        ids.add(answer.get().id());
      }
      assertThat(ids).hasSize(32).containsOnly(ids.getFirst());
    }
    assertThat(movements(SALE, 2200)).isEqualTo(1);
  }

  @Test
  void a_lost_request_leaves_the_charge_pending_and_no_money_moved() {
    var method = shop.card();
    shop.stage().next(shop.merchant(), 2300, Trouble.REQUEST_LOST);
    var charge = shop.charge(method, 2300);
    assertThat(charge.status()).isEqualTo(202);
    assertThat(charge.text("/status")).isEqualTo("pending");
    assertThat(charge.text("/pending_operation")).isEqualTo("charge");
    assertThat(movements(SALE, 2300)).isZero();
  }

  @Test
  void a_lost_reply_leaves_the_charge_pending_and_a_repeat_does_not_charge_again() {
    var method = shop.card();
    shop.stage().next(shop.merchant(), 2400, Trouble.REPLY_LOST);
    var key = UUID.randomUUID().toString();
    var charge = shop.charge(method, 2400, key);
    assertThat(charge.status()).isEqualTo(202);

    var repeated = shop.charge(method, 2400, key);
    assertThat(repeated.status()).isEqualTo(202);
    assertThat(repeated.id()).isEqualTo(charge.id());
    assertThat(movements(SALE, 2400)).isEqualTo(1);
    var timeline = shop.caller().get(shop.path("/charges/" + charge.id() + "/timeline"));
    assertThat(timeline.status()).isEqualTo(200);
    assertThat(timeline.body().toString()).contains("no_answer");
  }

  @Test
  void a_partial_approval_is_let_go_and_the_charge_is_declined() {
    var method = shop.card();
    shop.stage().next(shop.merchant(), 2500, new Outcome.PartlyApproved(Money.of(1000, "EUR")));
    var charge = shop.charge(method, 2500);
    assertThat(charge.text("/status")).as("%s", charge.body()).isEqualTo("declined");
    assertThat(charge.text("/decline/code")).isEqualTo("partial_approval");
    assertThat(shop.stage().held(shop.merchant())).isZero();
  }

  @Test
  void the_same_card_saved_again_is_the_same_payment_method() {
    assertThat(shop.card()).isEqualTo(shop.card());
  }

  @Test
  void three_d_secure_is_refused_in_words() {
    var asked = Shop.asked(shop.card(), 1000);
    asked.put("three_d_secure", true);
    var refused = shop.charge(asked);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("/code")).isEqualTo("flow_not_supported");
  }
}
