package com.pelcro.payments.http.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.domain.gateway.SampleCard;
import com.pelcro.payments.http.Service;
import com.pelcro.payments.http.Shop;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SubscriptionChangesTest {

  private final Service service = Service.start();
  private final Shop shop = Shop.open(service);

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void subscriptions_are_found_by_customer_status_external_id_and_next_renewal() {
    var method = shop.method();
    var first = shop.subscribe(method, ", \"external_id\": \"A\"").id();
    var second = shop.subscribe(method, ", \"trial_end\": \"2026-03-09T00:00:00Z\"").id();
    var other = shop.client().post(shop.path("/customers"), "{}").id();

    assertThat(found("")).isEqualTo(second + " " + first);
    assertThat(found("?status=trialing")).isEqualTo(second);
    assertThat(found("?status=active")).isEqualTo(first);
    assertThat(found("?external_id=A")).isEqualTo(first);
    assertThat(found("?customer=" + shop.customer())).isEqualTo(second + " " + first);
    assertThat(found("?customer=" + other)).isEmpty();
    assertThat(found("?renewing_before=2026-03-10T00:00:00Z")).isEqualTo(second);
    assertThat(found("?limit=1")).isEqualTo(second);
    var cursor = shop.client().get(shop.path("/subscriptions?limit=1")).at("/next_cursor");
    assertThat(found("?after=" + cursor)).isEqualTo(first);
    assertThat(
            shop.client()
                .get(shop.path("/subscriptions?status=odd&renewing_before=soon&external_id="))
                .pointers())
        .containsExactlyInAnyOrder("/query/status", "/query/renewing_before", "/query/external_id");
  }

  private String found(String query) {
    var page = shop.client().get(shop.path("/subscriptions") + query);
    assertThat(page.status()).as(page.text()).isEqualTo(200);
    return String.join(
        " ", page.json().get("data").valueStream().map(one -> one.get("id").asText()).toList());
  }

  @Test
  void a_new_price_is_asked_from_the_next_period_on() {
    var started = shop.subscribe(shop.method(), ", \"external_id\": \"A\"").id();

    var changed =
        shop.client()
            .patch(
                shop.subscriptionPath(started),
                """
                {"amount": 1500, "description": "Weekend, from April", "metadata": {"a": "b"}}\
                """);
    service.renew(Duration.ofDays(32));

    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    assertThat(changed.at("/amount")).isEqualTo("1500");
    assertThat(changed.at("/description")).isEqualTo("Weekend, from April");
    assertThat(changed.at("/metadata/a")).isEqualTo("b");
    assertThat(changed.at("/external_id")).isEqualTo("A");
    var renewals = shop.renewals(started);
    assertThat(renewals.at("/data/1/amount")).isEqualTo("1500");
    assertThat(renewals.at("/data/2/amount")).isEqualTo("1000");
  }

  @Test
  void a_change_names_only_what_can_change() {
    var started = shop.subscribe(shop.method(), "").id();

    var refused =
        shop.client()
            .patch(
                shop.subscriptionPath(started),
                "{\"currency\": \"EUR\", \"interval\": \"day\", \"total_periods\": 3}");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo("unknown_field");
    assertThat(refused.pointers())
        .containsExactlyInAnyOrder("/currency", "/interval", "/total_periods");
  }

  @Test
  void a_card_of_another_customer_pays_nothing_here() {
    var started = shop.subscribe(shop.method(), "").id();
    var other = shop.client().post(shop.path("/customers"), "{}").id();
    var theirs =
        shop.client()
            .post(
                shop.path("/customers/" + other + "/payment-methods"),
                shop.typed("", SampleCard.MASTERCARD))
            .id();

    var refused =
        shop.client()
            .patch(
                shop.subscriptionPath(started), "{\"payment_method\": \"%s\"}".formatted(theirs));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.pointers()).containsExactly("/payment_method");
  }
}
