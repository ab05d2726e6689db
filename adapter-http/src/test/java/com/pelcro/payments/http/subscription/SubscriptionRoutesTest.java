package com.pelcro.payments.http.subscription;

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

class SubscriptionRoutesTest {

  private final Service service = Service.start();
  private final Shop shop = Shop.open(service);

  @AfterEach
  void stop() {
    service.close();
  }

  private int sales() {
    return service.gateway().ledger().of(Movement.Kind.SALE).size();
  }

  @Test
  void a_subscription_begins_with_a_charge_to_the_card_on_file() {
    var method = shop.method();

    var started =
        shop.subscribe(
            method,
            """
            , "currency": "EUR", "interval_count": 2, "time_zone": "Europe/Paris",
            "total_periods": 12, "external_id": "weekend-7", "description": "Weekend",
            "metadata": {"plan": "weekend"}\
            """);

    assertThat(started.status()).as(started.text()).isEqualTo(201);
    assertThat(started.at("/status")).isEqualTo("active");
    assertThat(started.at("/customer")).isEqualTo(shop.customer());
    assertThat(started.at("/payment_method")).isEqualTo(method);
    assertThat(started.at("/amount")).isEqualTo("1000");
    assertThat(started.at("/currency")).isEqualTo("EUR");
    assertThat(started.at("/interval")).isEqualTo("month");
    assertThat(started.at("/interval_count")).isEqualTo("2");
    assertThat(started.at("/collection")).isEqualTo("automatic");
    assertThat(started.at("/time_zone")).isEqualTo("Europe/Paris");
    assertThat(started.at("/start_at")).isEqualTo("2026-03-02T08:00:00.250Z");
    assertThat(started.json().at("/trial_end").isNull()).isTrue();
    assertThat(started.at("/total_periods")).isEqualTo("12");
    assertThat(started.at("/current_period/index")).isEqualTo("0");
    assertThat(started.at("/current_period/start")).isEqualTo("2026-03-02T08:00:00.250Z");
    assertThat(started.at("/current_period/end")).isEqualTo("2026-05-02T07:00:00.250Z");
    assertThat(started.at("/next_renewal_at")).isEqualTo("2026-05-02T07:00:00.250Z");
    assertThat(started.at("/external_id")).isEqualTo("weekend-7");
    assertThat(started.at("/description")).isEqualTo("Weekend");
    assertThat(started.at("/metadata/plan")).isEqualTo("weekend");
    assertThat(shop.subscription(started.id()).json()).isEqualTo(started.json());
    var charge = shop.client().get(shop.path("/charges/" + started.at("/latest_charge")));
    assertThat(charge.at("/status")).isEqualTo("captured");
    assertThat(charge.at("/reference")).isEqualTo("weekend-7");
    assertThat(charge.at("/renewal")).isEqualTo(shop.renewals(started.id()).at("/data/1/id"));
  }

  @Test
  void a_card_just_typed_is_kept_for_the_periods_to_come() {
    var fields =
        "\"customer\": \"%s\", \"amount\": 500, \"interval\": \"week\", "
            .formatted(shop.customer());

    var started =
        shop.client().post(shop.path("/subscriptions"), shop.typed(fields, SampleCard.MASTERCARD));

    assertThat(started.status()).as(started.text()).isEqualTo(201);
    assertThat(started.at("/status")).isEqualTo("active");
    assertThat(shop.client().get(shop.methodsPath()).at("/data/0/id"))
        .isEqualTo(started.at("/payment_method"));
  }

  @Test
  void a_declined_first_charge_leaves_the_subscription_incomplete() {
    var method = shop.method();
    service.gateway().next(new Outcome.Declined(DeclineCode.INSUFFICIENT_FUNDS));

    var started = shop.subscribe(method, "");

    assertThat(started.status()).isEqualTo(201);
    assertThat(started.at("/status")).isEqualTo("incomplete");
    var charge = shop.client().get(shop.path("/charges/" + started.at("/latest_charge")));
    assertThat(charge.at("/status")).isEqualTo("declined");
    assertThat(shop.renewals(started.id()).at("/data/0/status"))
        .isEqualTo("waiting_for_payment_method");
  }

  @Test
  void another_card_completes_an_incomplete_subscription() {
    var first = shop.method();
    service.gateway().next(new Outcome.Declined(DeclineCode.LOST_OR_STOLEN));
    var started = shop.subscribe(first, "");
    var second = shop.save(SampleCard.MASTERCARD).id();

    var changed =
        shop.client()
            .patch(
                shop.subscriptionPath(started.id()),
                "{\"payment_method\": \"%s\"}".formatted(second));
    service.renew(Duration.ofHours(1));

    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    assertThat(changed.at("/payment_method")).isEqualTo(second);
    assertThat(shop.subscription(started.id()).at("/status")).isEqualTo("active");
  }

  @Test
  void a_first_charge_without_an_answer_is_open_and_so_is_every_repeat() {
    var method = shop.method();
    service.gateway().loseNextReply();
    var body =
        "{\"customer\": \"%s\", \"payment_method\": \"%s\", \"amount\": 1, \"interval\": \"day\"}"
            .formatted(shop.customer(), method);
    var client = shop.client().key("start-1");

    var started = client.post(shop.path("/subscriptions"), body);
    var again = client.post(shop.path("/subscriptions"), body);
    service.recover(Duration.ofMinutes(30));
    var later = client.post(shop.path("/subscriptions"), body);

    assertThat(started.status()).as(started.text()).isEqualTo(202);
    assertThat(started.at("/status")).isEqualTo("incomplete");
    assertThat(again.status()).isEqualTo(202);
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(later.status()).isEqualTo(201);
    assertThat(later.id()).isEqualTo(started.id());
    assertThat(later.at("/status")).isEqualTo("active");
    assertThat(sales()).isEqualTo(1);
  }

  @Test
  void a_repeat_shows_the_same_subscription_and_charges_nothing() {
    var method = shop.method();
    var client = shop.client().key("start-2");
    var body =
        "{\"customer\": \"%s\", \"payment_method\": \"%s\", \"amount\": 1, \"interval\": \"day\"}"
            .formatted(shop.customer(), method);
    var first = client.post(shop.path("/subscriptions"), body);

    var again = client.post(shop.path("/subscriptions"), body);
    var other = client.post(shop.path("/subscriptions"), body.replace("day", "week"));

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(again.json()).isEqualTo(first.json());
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.code()).isEqualTo("idempotency_key_reused");
    assertThat(sales()).isEqualTo(1);
  }

  @Test
  void a_trial_charges_nothing_before_it_ends() {
    var started = shop.subscribe(shop.method(), ", \"trial_end\": \"2026-03-16T08:00:00Z\"");

    assertThat(started.status()).as(started.text()).isEqualTo(201);
    assertThat(started.at("/status")).isEqualTo("trialing");
    assertThat(started.at("/trial_end")).isEqualTo("2026-03-16T08:00:00.000Z");
    assertThat(started.json().at("/current_period/index").isNull()).isTrue();
    assertThat(started.at("/current_period/start")).isEqualTo("2026-03-02T08:00:00.250Z");
    assertThat(started.at("/current_period/end")).isEqualTo("2026-03-16T08:00:00.000Z");
    assertThat(started.at("/next_renewal_at")).isEqualTo("2026-03-16T08:00:00.000Z");
    assertThat(started.json().at("/latest_charge").isNull()).isTrue();
    assertThat(sales()).isZero();

    service.renew(Duration.ofDays(15));

    assertThat(shop.subscription(started.id()).at("/status")).isEqualTo("active");
    assertThat(sales()).isEqualTo(1);
  }

  @Test
  void a_subscription_that_names_no_zone_lives_by_its_sites() {
    service.operator().patch(shop.path(""), "{\"time_zone\": \"America/Toronto\"}");

    var method = shop.method();

    assertThat(shop.subscribe(method, "").at("/time_zone")).isEqualTo("America/Toronto");
    assertThat(shop.subscribe(method, ", \"time_zone\": \"+02:00\"").at("/time_zone"))
        .isEqualTo("+02:00");
  }
}
