package com.pelcro.payments.http.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.domain.gateway.memory.Movement;
import com.pelcro.payments.http.Service;
import com.pelcro.payments.http.Shop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewSubscriptionTest {

  private final Service service = Service.start();
  private final Shop shop = Shop.open(service);

  @AfterEach
  void stop() {
    service.close();
  }

  private int sales() {
    return service.gateway().ledger().of(Movement.Kind.SALE).size();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"interval_count\": 37 | /interval_count",
        "\"interval\": \"year\", \"interval_count\": 4 | /interval_count",
        "\"interval\": \"fortnight\" | /interval",
        "\"interval_count\": 0 | /interval_count",
        "\"time_zone\": \"Europe/Atlantis\" | /time_zone",
        "\"time_zone\": \"+25:00\" | /time_zone",
        "\"time_zone\": \"GMT+2\" | /time_zone",
        "\"start_at\": \"2026-13-01\" | /start_at",
        "\"start_at\": \"2026-03-01T00:00:00Z\" | /start_at",
        "\"trial_end\": \"tomorrow\" | /trial_end",
        "\"trial_end\": \"2026-03-02T08:00:00Z\" | /trial_end",
        "\"total_periods\": 0 | /total_periods",
        "\"amount\": 0 | /amount",
        "\"currency\": \"EURO\" | /currency",
        "\"collection\": \"never\" | /collection",
        "\"billing_details\": {} | /billing_details",
        "\"capture\": true | /capture"
      })
  void what_cannot_be_is_refused_by_field(String field, String pointer) {
    var base = field.startsWith("\"interval\"") ? "" : ", \"interval\": \"month\"";
    var amount = field.startsWith("\"amount\"") ? "" : ", \"amount\": 1000";
    var body =
        "{\"customer\": \"%s\", \"payment_method\": \"%s\"%s%s, %s}"
            .formatted(shop.customer(), shop.method(), base, amount, field);

    var refused = shop.client().post(shop.path("/subscriptions"), body);

    assertThat(refused.status()).as(refused.text()).isEqualTo(400);
    assertThat(refused.pointers()).contains(pointer);
    assertThat(sales()).isZero();
  }

  @Test
  void the_ways_to_pay_do_not_mix_and_one_is_needed() {
    var body = "{\"customer\": \"%s\", \"amount\": 1, \"interval\": \"day\"%s}";

    var none = shop.client().post(shop.path("/subscriptions"), body.formatted(shop.customer(), ""));
    var half =
        shop.client()
            .post(
                shop.path("/subscriptions"),
                body.formatted(
                    shop.customer(), ", \"card_session\": \"cs_01m82qkpy8e00a9krzp26das3b\""));

    assertThat(none.pointers()).containsExactly("/payment_method");
    assertThat(half.pointers()).containsExactlyInAnyOrder("/transient_token", "/billing_details");
  }

  @Test
  void asking_for_3d_secure_is_refused_and_nothing_is_sent() {
    var method = shop.method();

    var refused = shop.subscribe(method, ", \"three_d_secure\": true");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("flow_not_supported");
    assertThat(sales()).isZero();
  }

  @Test
  void another_currency_than_the_integrations_is_refused() {
    var refused = shop.subscribe(shop.method(), ", \"currency\": \"USD\"");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("currency_not_supported");
  }
}
