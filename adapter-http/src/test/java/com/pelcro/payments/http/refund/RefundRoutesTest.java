package com.pelcro.payments.http.refund;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.domain.gateway.memory.Movement;
import com.pelcro.payments.http.Service;
import com.pelcro.payments.http.Shop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RefundRoutesTest {

  private final Service service = Service.start();
  private final Shop shop = Shop.open(service);
  private final String charge = shop.charge(shop.method(), 1990).id();
  private final String path = shop.path("/charges/" + charge + "/refunds");

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void part_of_a_charge_goes_back() {
    var refund =
        shop.client()
            .post(path, "{\"amount\": 500, \"reason\": \"asked\", \"metadata\": {\"t\": \"9\"}}");

    assertThat(refund.status()).as(refund.text()).isEqualTo(201);
    assertThat(refund.at("/status")).isEqualTo("succeeded");
    assertThat(refund.at("/amount")).isEqualTo("500");
    assertThat(refund.at("/currency")).isEqualTo("EUR");
    assertThat(refund.at("/charge")).isEqualTo(charge);
    assertThat(refund.at("/reason")).isEqualTo("asked");
    assertThat(refund.at("/gateway/transaction_id")).isNotEmpty();
    assertThat(shop.client().get(shop.path("/refunds/" + refund.id())).json())
        .isEqualTo(refund.json());
    var after = shop.client().get(shop.path("/charges/" + charge));
    assertThat(after.at("/amount_refunded")).isEqualTo("500");
    assertThat(after.at("/amount_refundable")).isEqualTo("1490");
  }

  @Test
  void without_an_amount_all_that_is_left_goes_back() {
    shop.client().post(path, "{\"amount\": 500}");

    assertThat(shop.client().post(path, "").at("/amount")).isEqualTo("1490");
  }

  @Test
  void more_than_is_left_is_refused_and_nothing_is_sent() {
    shop.client().post(path, "{\"amount\": 1500}");

    var refused = shop.client().post(path, "{\"amount\": 491}");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("amount_too_large");
    assertThat(service.gateway().ledger().sum(Movement.Kind.REFUND)).isEqualTo(1500);
  }

  @Test
  void a_refund_without_an_answer_is_open_and_keeps_its_reservation() {
    service.gateway().loseNextReply();

    var open = shop.client().post(path, "{\"amount\": 500}");

    assertThat(open.status()).isEqualTo(202);
    assertThat(open.at("/status")).isEqualTo("pending");
    assertThat(open.json().get("gateway").isNull()).isTrue();
    assertThat(shop.client().get(shop.path("/charges/" + charge)).at("/amount_refundable"))
        .isEqualTo("1490");
  }

  @Test
  void the_refunds_of_a_charge_are_listed_newest_first() {
    var first = shop.client().post(path, "{\"amount\": 1}").id();
    var second = shop.client().post(path, "{\"amount\": 2}").id();

    var page = shop.client().get(path + "?limit=1");

    assertThat(page.at("/data/0/id")).isEqualTo(second);
    assertThat(shop.client().get(path + "?after=" + page.at("/next_cursor")).at("/data/0/id"))
        .isEqualTo(first);
  }
}
