package com.pelcro.payments.http.charge;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.domain.decline.DeclineCode;
import com.pelcro.payments.domain.gateway.Outcome;
import com.pelcro.payments.domain.gateway.SampleCard;
import com.pelcro.payments.domain.gateway.memory.Movement;
import com.pelcro.payments.http.Service;
import com.pelcro.payments.http.Shop;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChargeRoutesTest {

  private final Service service = Service.start();
  private final Shop shop = Shop.open(service);

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void a_card_on_file_is_charged() {
    var method = shop.method();

    var charge =
        shop.charge(
            method,
            1990,
            """
            , "customer": "%s", "currency": "EUR", "reference": "INV-7", "description": "Weekend",
            "metadata": {"order": "7"}\
            """
                .formatted(shop.customer()));

    assertThat(charge.status()).isEqualTo(201);
    assertThat(charge.at("/status")).isEqualTo("captured");
    assertThat(charge.at("/payment_method")).isEqualTo(method);
    assertThat(charge.at("/customer")).isEqualTo(shop.customer());
    assertThat(charge.at("/amount_captured")).isEqualTo("1990");
    assertThat(charge.at("/amount_refundable")).isEqualTo("1990");
    assertThat(charge.at("/gateway/name")).isEqualTo("memory");
    assertThat(charge.at("/gateway/transaction_id")).isNotEmpty();
    assertThat(charge.at("/checks/avs")).isEqualTo("Y");
    assertThat(charge.at("/reference")).isEqualTo("INV-7");
    assertThat(charge.at("/metadata/order")).isEqualTo("7");
    assertThat(charge.json().get("subscription").isNull()).isTrue();
    assertThat(shop.client().get(shop.path("/charges/" + charge.id())).json())
        .isEqualTo(charge.json());
  }

  @Test
  void a_card_just_typed_is_charged_once_and_not_kept() {
    var charge =
        shop.client().post(shop.path("/charges"), shop.typed("\"amount\": 500, ", SampleCard.VISA));

    assertThat(charge.status()).as(charge.text()).isEqualTo(201);
    assertThat(charge.at("/status")).isEqualTo("captured");
    var method = shop.client().get(shop.path("/payment-methods/" + charge.at("/payment_method")));
    assertThat(method.at("/status")).isEqualTo("detached");
  }

  @Test
  void a_card_just_typed_is_kept_when_asked_for() {
    var fields =
        "\"amount\": 500, \"save_payment_method\": true, \"customer\": \"%s\", "
            .formatted(shop.customer());

    var charge =
        shop.client().post(shop.path("/charges"), shop.typed(fields, SampleCard.MASTERCARD));

    assertThat(charge.status()).as(charge.text()).isEqualTo(201);
    assertThat(shop.client().get(shop.methodsPath()).at("/data/0/id"))
        .isEqualTo(charge.at("/payment_method"));
  }

  @Test
  void a_declined_charge_is_there_and_says_why() {
    var method = shop.method();
    service.gateway().next(new Outcome.Declined(DeclineCode.INSUFFICIENT_FUNDS));

    var charge = shop.charge(method, 1990);

    assertThat(charge.status()).isEqualTo(201);
    assertThat(charge.at("/status")).isEqualTo("declined");
    assertThat(charge.at("/decline/code")).isEqualTo("insufficient_funds");
    assertThat(charge.at("/decline/category")).isEqualTo("soft");
    assertThat(charge.at("/amount_captured")).isEqualTo("0");
  }

  @Test
  void a_charge_without_an_answer_is_accepted_and_open() {
    var method = shop.method();
    service.gateway().loseNextReply();

    var charge = shop.charge(method, 1990);

    assertThat(charge.status()).isEqualTo(202);
    assertThat(charge.at("/status")).isEqualTo("pending");
    assertThat(charge.at("/pending_operation")).isEqualTo("charge");
    assertThat(charge.json().at("/gateway/transaction_id").isNull()).isTrue();
  }

  @Test
  void a_charge_under_review_is_open() {
    var method = shop.method();
    service.gateway().next(new Outcome.SentToReview());

    var charge = shop.charge(method, 1990);

    assertThat(charge.status()).isEqualTo(202);
    assertThat(charge.at("/status")).isEqualTo("in_review");
  }

  @Test
  void a_charge_that_never_left_has_failed() {
    var method = shop.method();
    service.gateway().refuseNextConnection();

    var charge = shop.charge(method, 1990);

    assertThat(charge.status()).isEqualTo(201);
    assertThat(charge.at("/status")).isEqualTo("failed");
    assertThat(charge.at("/failure/code")).isEqualTo("gateway_unavailable");
  }

  @Test
  void asking_for_3d_secure_is_refused_and_nothing_is_sent() {
    var method = shop.method();

    var refused = shop.charge(method, 1990, ", \"three_d_secure\": {\"request\": \"challenge\"}");
    var notAsked = shop.charge(method, 1990, ", \"three_d_secure\": false");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("flow_not_supported");
    assertThat(notAsked.status()).isEqualTo(201);
    assertThat(service.gateway().ledger().of(Movement.Kind.SALE)).hasSize(1);
  }

  @Test
  void another_currency_than_the_integrations_is_refused() {
    var refused = shop.charge(shop.method(), 1990, ", \"currency\": \"USD\"");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("currency_not_supported");
  }

  @Test
  void the_ways_to_pay_do_not_mix_and_every_field_is_named() {
    var charges = shop.path("/charges");
    var none = shop.client().post(charges, "{\"amount\": 1}");
    var both =
        shop.client()
            .post(
                charges,
                """
                {"amount": 0, "payment_method": "pm_01m82qkpy8e00a9krzp26das3b",
                 "transient_token": "eyJ", "save_payment_method": true}\
                """);
    var half =
        shop.client()
            .post(
                charges,
                """
                {"amount": 1, "card_session": "cs_01m82qkpy8e00a9krzp26das3b",
                 "save_payment_method": true, "initiated_by": "merchant"}\
                """);

    assertThat(none.pointers()).containsExactly("/payment_method");
    assertThat(both.pointers())
        .containsExactlyInAnyOrder("/amount", "/transient_token", "/save_payment_method");
    assertThat(half.pointers())
        .containsExactlyInAnyOrder(
            "/transient_token", "/billing_details", "/customer", "/initiated_by");
  }

  @Test
  void charges_are_found_by_customer_status_reference_and_time() {
    var method = shop.method();
    var first = shop.charge(method, 100, ", \"reference\": \"A\"").id();
    service.clock().pass(Duration.ofHours(1));
    service.gateway().next(new Outcome.Declined(DeclineCode.GENERIC_DECLINE));
    var second = shop.charge(method, 200, ", \"reference\": \"B\"").id();

    assertThat(found("")).isEqualTo(second + " " + first);
    assertThat(found("?status=declined")).isEqualTo(second);
    assertThat(found("?reference=A")).isEqualTo(first);
    assertThat(found("?customer=" + shop.customer())).isEqualTo(second + " " + first);
    assertThat(found("?created_after=2026-03-02T08:30:00Z")).isEqualTo(second);
    assertThat(found("?created_before=2026-03-02T09:30:00%2B01:00")).isEqualTo(first);
    assertThat(found("?limit=1")).isEqualTo(second);
  }

  private String found(String query) {
    var page = shop.client().get(shop.path("/charges") + query);
    assertThat(page.status()).as(page.text()).isEqualTo(200);
    return String.join(
        " ", page.json().get("data").valueStream().map(one -> one.get("id").asText()).toList());
  }

  @Test
  void every_fault_of_a_query_is_named() {
    var answer =
        shop.client()
            .get(
                shop.path("/charges")
                    + "?limit=0&after=x&status=odd&customer=7&created_after=monday&colour=red");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.pointers())
        .containsExactlyInAnyOrder(
            "/query/limit",
            "/query/after",
            "/query/status",
            "/query/customer",
            "/query/created_after",
            "/query/colour");
    assertThat(shop.client().get(shop.path("/charges?limit=101")).pointers())
        .containsExactly("/query/limit");
    assertThat(shop.client().get(shop.path("/charges?limit=1&limit=2")).pointers())
        .containsExactly("/query/limit");
    assertThat(shop.client().get(shop.path("/charges?colour=red")).code())
        .isEqualTo("unknown_field");
  }

  @Test
  void the_cursor_of_another_list_is_at_fault() {
    shop.charge(shop.method(), 100);
    shop.client().post(shop.path("/customers"), "{}");
    var cursor = shop.client().get(shop.path("/customers?limit=1")).at("/next_cursor");

    var answer = shop.client().get(shop.path("/charges?after=" + cursor));

    assertThat(cursor).isNotEmpty();
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.pointers()).containsExactly("/query/after");
  }

  @Test
  void a_timeline_shows_what_was_asked_and_answered() {
    var charge = shop.charge(shop.method(), 1990).id();

    var timeline = shop.client().get(shop.path("/charges/" + charge + "/timeline"));

    assertThat(timeline.status()).isEqualTo(200);
    assertThat(timeline.at("/data/0/happening")).isEqualTo("asked");
    assertThat(timeline.at("/data/0/kind")).isEqualTo("charge");
    assertThat(timeline.at("/data/1/happening")).isEqualTo("answered");
    assertThat(timeline.at("/data/1/outcome")).isEqualTo("approval");
    assertThat(timeline.at("/data/1/evidence/http_status")).isEqualTo("201");
    assertThat(timeline.at("/data/1/evidence/duration_ms")).isEqualTo("5");
  }
}
