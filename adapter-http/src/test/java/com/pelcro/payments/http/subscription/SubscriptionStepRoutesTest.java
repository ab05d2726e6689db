package com.pelcro.payments.http.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.domain.decline.DeclineCode;
import com.pelcro.payments.domain.gateway.Outcome;
import com.pelcro.payments.domain.gateway.memory.Movement;
import com.pelcro.payments.http.Service;
import com.pelcro.payments.http.Shop;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SubscriptionStepRoutesTest {

  private static final String ON_REQUEST = ", \"collection\": \"on_request\"";

  private final Service service = Service.start();
  private final Shop shop = Shop.open(service);

  @AfterEach
  void stop() {
    service.close();
  }

  private String started(String more) {
    var started = shop.subscribe(shop.method(), more);
    assertThat(started.at("/status")).as(started.text()).isEqualTo("active");
    return shop.subscriptionPath(started.id());
  }

  private int sales() {
    return service.gateway().ledger().of(Movement.Kind.SALE).size();
  }

  @Test
  void a_canceled_subscription_is_over_at_once() {
    var subscription = started("");

    var canceled = shop.client().post(subscription + "/cancel", "{\"at\": \"now\"}");
    var again = shop.client().post(subscription + "/cancel", "{\"at\": \"now\"}");
    service.renew(Duration.ofDays(32));

    assertThat(canceled.status()).as(canceled.text()).isEqualTo(200);
    assertThat(canceled.at("/status")).isEqualTo("canceled");
    assertThat(canceled.at("/canceled_at")).isEqualTo("2026-03-02T08:00:00.250Z");
    assertThat(canceled.json().at("/ended_at").isNull()).isTrue();
    assertThat(canceled.json().at("/next_renewal_at").isNull()).isTrue();
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.code()).isEqualTo("invalid_state");
    assertThat(sales()).isEqualTo(1);
  }

  @Test
  void a_subscription_canceled_at_the_periods_end_lasts_until_then() {
    var subscription = started("");

    var canceling = shop.client().post(subscription + "/cancel", "{\"at\": \"period_end\"}");
    service.renew(Duration.ofDays(32));

    assertThat(canceling.status()).isEqualTo(200);
    assertThat(canceling.at("/status")).isEqualTo("active");
    assertThat(canceling.at("/cancel_at_period_end")).isEqualTo("true");
    assertThat(canceling.json().at("/next_renewal_at").isNull()).isTrue();
    assertThat(shop.client().get(subscription).at("/status")).isEqualTo("canceled");
    assertThat(sales()).isEqualTo(1);
  }

  @Test
  void a_cancellation_says_when() {
    var subscription = started("");

    assertThat(shop.client().post(subscription + "/cancel", "{}").pointers())
        .containsExactly("/at");
    assertThat(shop.client().post(subscription + "/cancel", "{\"at\": \"soon\"}").pointers())
        .containsExactly("/at");
    assertThat(shop.client().post(subscription + "/cancel", "").code()).isEqualTo("invalid_json");
  }

  @Test
  void a_paused_subscription_charges_nothing_until_it_is_resumed() {
    var subscription = started("");

    var paused = shop.client().post(subscription + "/pause", "");
    var again = shop.client().post(subscription + "/pause", "{}");
    service.renew(Duration.ofDays(62));
    var before = sales();
    var resumed = shop.client().post(subscription + "/resume", "");
    service.renew(Duration.ofHours(1));

    assertThat(paused.status()).as(paused.text()).isEqualTo(200);
    assertThat(paused.at("/status")).isEqualTo("paused");
    assertThat(paused.json().at("/next_renewal_at").isNull()).isTrue();
    assertThat(again.status()).isEqualTo(409);
    assertThat(before).isEqualTo(1);
    assertThat(resumed.status()).as(resumed.text()).isEqualTo(200);
    assertThat(resumed.at("/status")).isEqualTo("active");
    assertThat(sales()).isEqualTo(2);
    assertThat(shop.client().get(subscription).at("/current_period/index")).isEqualTo("2");
    assertThat(shop.client().post(subscription + "/resume", "").status()).isEqualTo(409);
  }

  @Test
  void nothing_is_renewed_when_nothing_is_due() {
    var subscription = started(ON_REQUEST);

    var refused = shop.client().post(subscription + "/renew", "");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("invalid_state");
    assertThat(sales()).isEqualTo(1);
  }

  @Test
  void what_is_due_is_collected_on_request_and_once() {
    var subscription = started(ON_REQUEST);
    service.renew(Duration.ofDays(32));
    var client = shop.client().key("renew-1");

    var renewed = client.post(subscription + "/renew", "");
    var again = client.post(subscription + "/renew", "");
    var another = shop.client().post(subscription + "/renew", "");

    assertThat(renewed.status()).as(renewed.text()).isEqualTo(200);
    assertThat(renewed.at("/status")).isEqualTo("paid");
    assertThat(renewed.at("/index")).isEqualTo("1");
    assertThat(renewed.at("/attempts/0/status")).isEqualTo("captured");
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(again.json()).isEqualTo(renewed.json());
    assertThat(another.status()).isEqualTo(409);
    assertThat(sales()).isEqualTo(2);
  }

  @Test
  void a_renewal_without_an_answer_is_open_and_not_asked_for_again() {
    var subscription = started(ON_REQUEST);
    service.renew(Duration.ofDays(32));
    service.gateway().loseNextReply();

    var open = shop.client().post(subscription + "/renew", "");
    var again = shop.client().post(subscription + "/renew", "");

    assertThat(open.status()).as(open.text()).isEqualTo(202);
    assertThat(open.at("/status")).isEqualTo("processing");
    assertThat(open.at("/attempts/0/status")).isEqualTo("pending");
    assertThat(again.status()).isEqualTo(409);
    assertThat(sales()).isEqualTo(2);
  }

  @Test
  void a_declined_period_is_paid_by_hand() {
    var subscription = started("");
    service.clock().pass(Duration.ofDays(31));
    service.gateway().next(new Outcome.Declined(DeclineCode.INSUFFICIENT_FUNDS));
    service.renew(Duration.ofHours(1));
    var late = shop.client().get(subscription);

    var renewed = shop.client().post(subscription + "/renew", "");

    assertThat(late.at("/status")).isEqualTo("past_due");
    assertThat(late.at("/failed_attempts")).isEqualTo("1");
    assertThat(renewed.at("/status")).isEqualTo("paid");
    assertThat(renewed.at("/attempts/0/decline/code")).isEqualTo("insufficient_funds");
    assertThat(renewed.json().at("/attempts/1/decline").isNull()).isTrue();
    assertThat(shop.client().get(subscription).at("/status")).isEqualTo("active");
  }
}
