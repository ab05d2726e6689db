package com.pelcro.payments.http.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.domain.decline.DeclineCode;
import com.pelcro.payments.domain.gateway.Outcome;
import com.pelcro.payments.http.Answer;
import com.pelcro.payments.http.Service;
import com.pelcro.payments.http.Shop;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RenewalRoutesTest {

  private final Service service = Service.start();
  private final Shop shop = Shop.open(service);

  @AfterEach
  void stop() {
    service.close();
  }

  private static List<String> statuses(Answer page) {
    return page.json()
        .path("data")
        .valueStream()
        .map(one -> one.path("index").asText() + " " + one.path("status").asText())
        .toList();
  }

  @Test
  void the_periods_are_listed_with_what_was_tried() {
    var started = shop.subscribe(shop.method(), "");

    var renewals = shop.renewals(started.id());

    assertThat(statuses(renewals)).containsExactly("1 scheduled", "0 paid");
    assertThat(renewals.at("/data/0/subscription")).isEqualTo(started.id());
    assertThat(renewals.at("/data/0/amount")).isEqualTo("1000");
    assertThat(renewals.at("/data/0/currency")).isEqualTo("EUR");
    assertThat(renewals.at("/data/0/period/start")).isEqualTo("2026-04-02T08:00:00.250Z");
    assertThat(renewals.at("/data/0/period/end")).isEqualTo("2026-05-02T08:00:00.250Z");
    assertThat(renewals.at("/data/0/next_attempt_at")).isEqualTo("2026-04-02T08:00:00.250Z");
    assertThat(renewals.json().at("/data/0/attempts")).isEmpty();
    assertThat(renewals.at("/data/1/attempts/0/charge")).isEqualTo(started.at("/latest_charge"));
    assertThat(renewals.at("/data/1/attempts/0/at")).isEqualTo("2026-03-02T08:00:00.250Z");
    assertThat(renewals.at("/data/1/attempts/0/status")).isEqualTo("captured");
    assertThat(renewals.json().at("/data/1/attempts/0/decline").isNull()).isTrue();
    assertThat(renewals.json().at("/data/1/next_attempt_at").isNull()).isTrue();
  }

  @Test
  void a_declined_period_says_when_it_is_tried_again() {
    var started = shop.subscribe(shop.method(), "").id();
    service.clock().pass(Duration.ofDays(31));
    service.gateway().next(new Outcome.Declined(DeclineCode.INSUFFICIENT_FUNDS));
    service.renew(Duration.ofHours(1));

    var renewals = shop.renewals(started);

    assertThat(statuses(renewals)).containsExactly("1 retrying", "0 paid");
    assertThat(renewals.at("/data/0/next_attempt_at")).isEqualTo("2026-04-03T09:00:00.250Z");
    assertThat(renewals.at("/data/0/attempts/0/status")).isEqualTo("declined");
    assertThat(renewals.at("/data/0/attempts/0/decline/category")).isEqualTo("soft");
  }

  @Test
  void a_period_that_waits_for_another_card_says_until_when_and_that_nothing_is_tried() {
    var started = shop.subscribe(shop.method(), "").id();
    service.clock().pass(Duration.ofDays(31));
    service.gateway().next(new Outcome.Declined(DeclineCode.LOST_OR_STOLEN));
    service.renew(Duration.ofHours(1));

    var renewals = shop.renewals(started);

    assertThat(statuses(renewals)).containsExactly("1 waiting_for_payment_method", "0 paid");
    assertThat(renewals.json().at("/data/0/next_attempt_at").isNull()).isTrue();
    assertThat(renewals.at("/data/0/waits_until")).isEqualTo("2026-04-18T09:00:00.250Z");
  }

  @Test
  void the_end_of_a_subscription_is_no_renewal() {
    var method = shop.method();
    var once = shop.subscribe(method, ", \"total_periods\": 1").id();
    var canceled = shop.subscribe(method, "").id();
    shop.client().post(shop.subscriptionPath(canceled) + "/cancel", "{\"at\": \"period_end\"}");

    assertThat(statuses(shop.renewals(once))).containsExactly("0 paid");
    assertThat(statuses(shop.renewals(canceled))).containsExactly("0 paid");
    var page = shop.client().get(shop.subscriptionPath(once) + "/renewals?limit=1");
    assertThat(statuses(page)).containsExactly("0 paid");
    assertThat(page.json().at("/next_cursor").isNull()).isTrue();
    service.renew(Duration.ofDays(32));
    assertThat(shop.subscription(once).at("/status")).isEqualTo("ended");
    assertThat(shop.subscription(once).at("/ended_at")).isEqualTo("2026-04-02T08:00:00.250Z");
    assertThat(statuses(shop.renewals(once))).containsExactly("0 paid");
  }

  @Test
  void a_list_goes_on_where_its_cursor_points() {
    var started = shop.subscribe(shop.method(), ", \"total_periods\": 3").id();
    service.renew(Duration.ofDays(70));
    var path = shop.subscriptionPath(started) + "/renewals";

    var first = shop.client().get(path + "?limit=2");
    var rest = shop.client().get(path + "?limit=2&after=" + first.at("/next_cursor"));

    assertThat(statuses(first)).containsExactly("2 paid", "1 paid");
    assertThat(statuses(rest)).containsExactly("0 paid");
    assertThat(rest.json().at("/next_cursor").isNull()).isTrue();
    assertThat(shop.client().get(path + "?limit=100").json().path("data")).hasSize(3);
  }

  @Test
  void there_are_no_renewals_of_no_subscription() {
    assertThat(shop.renewals("sub_01m82qkpy8e00a9krzp26das3b").status()).isEqualTo(404);
  }
}
