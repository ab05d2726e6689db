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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
