package com.pelcro.payments.http.charge;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.domain.gateway.memory.Movement;
import com.pelcro.payments.http.Service;
import com.pelcro.payments.http.Shop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChargeStepRoutesTest {

  private final Service service = Service.start();
  private final Shop shop = Shop.open(service);

  @AfterEach
  void stop() {
    service.close();
  }

  private String authorized() {
    var charge = shop.charge(shop.method(), 1990, ", \"capture\": false");
    assertThat(charge.at("/status")).isEqualTo("authorized");
    return shop.path("/charges/" + charge.id());
  }

  private String captured() {
    return shop.path("/charges/" + shop.charge(shop.method(), 1990).id());
  }

  @Test
  void authorized_money_is_captured_in_part_and_once() {
    var charge = authorized();

    var captured = shop.client().post(charge + "/capture", "{\"amount\": 990}");
    var again = shop.client().post(charge + "/capture", "{\"amount\": 990}");

    assertThat(captured.status()).as(captured.text()).isEqualTo(200);
    assertThat(captured.at("/status")).isEqualTo("captured");
    assertThat(captured.at("/amount_captured")).isEqualTo("990");
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.code()).isEqualTo("invalid_state");
  }

  @Test
  void without_a_body_all_that_was_authorized_is_captured() {
    var captured = shop.client().post(authorized() + "/capture", "");

    assertThat(captured.at("/amount_captured")).isEqualTo("1990");
  }

  @Test
  void more_than_was_authorized_is_refused() {
    var refused = shop.client().post(authorized() + "/capture", "{\"amount\": 1991}");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("amount_too_large");
    assertThat(service.gateway().ledger().of(Movement.Kind.CAPTURE)).isEmpty();
  }

  @Test
  void a_capture_without_an_answer_is_open() {
    var charge = authorized();
    service.gateway().loseNextReply();

    var open = shop.client().post(charge + "/capture", "{}");

    assertThat(open.status()).isEqualTo(202);
    assertThat(open.at("/status")).isEqualTo("authorized");
    assertThat(open.at("/pending_operation")).isEqualTo("capture");
  }

  @Test
  void a_hold_is_let_go() {
    var voided = shop.client().post(authorized() + "/void", "");

    assertThat(voided.status()).isEqualTo(200);
    assertThat(voided.at("/status")).isEqualTo("voided");
  }

  @Test
  void a_settled_charge_cannot_be_voided_and_says_to_refund() {
    var charge = captured();
    service.gateway().settleDay();

    var refused = shop.client().post(charge + "/void", "{}");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("invalid_state");
    assertThat(refused.at("/detail")).contains("refund");
  }

  @Test
  void a_repeated_void_shows_the_charge_as_it_stands() {
    var charge = authorized();
    var client = shop.client().key("void-1");

    client.post(charge + "/void", "");
    var again = client.post(charge + "/void", "{}");

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(again.at("/status")).isEqualTo("voided");
  }
}
