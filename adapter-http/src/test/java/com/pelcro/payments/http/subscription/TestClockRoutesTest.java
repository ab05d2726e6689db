package com.pelcro.payments.http.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.domain.decline.DeclineCode;
import com.pelcro.payments.domain.gateway.Outcome;
import com.pelcro.payments.domain.gateway.memory.Movement;
import com.pelcro.payments.http.Answer;
import com.pelcro.payments.http.Service;
import com.pelcro.payments.http.Shop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TestClockRoutesTest {

  private final Service service = Service.start();
  private final Shop shop = Shop.open(service);
  private final String path = shop.path("/test-clock");

  @AfterEach
  void stop() {
    service.close();
  }

  private Answer advance(String to) {
    return shop.client().post(path, "{\"advance_to\": \"%s\"}".formatted(to));
  }

  @Test
  void without_a_clock_it_is_now() {
    var clock = shop.client().get(path);

    assertThat(clock.status()).as(clock.text()).isEqualTo(200);
    assertThat(clock.at("/now")).isEqualTo("2026-03-02T08:00:00.250Z");
    assertThat(clock.at("/status")).isEqualTo("ready");
  }

  @Test
  void time_passes_and_everything_falls_due_on_the_way() {
    var started = shop.subscribe(shop.method(), "").id();

    var advancing = advance("2027-03-01T00:00:00Z");
    var meanwhile = shop.client().get(path);
    service.turnClocks();
    var ready = shop.client().get(path);

    assertThat(advancing.status()).as(advancing.text()).isEqualTo(202);
    assertThat(advancing.at("/now")).isEqualTo("2026-03-02T08:00:00.250Z");
    assertThat(advancing.at("/status")).isEqualTo("advancing");
    assertThat(meanwhile.json()).isEqualTo(advancing.json());
    assertThat(ready.at("/now")).isEqualTo("2027-03-01T00:00:00.000Z");
    assertThat(ready.at("/status")).isEqualTo("ready");
    assertThat(shop.subscription(started).at("/current_period/index")).isEqualTo("11");
    assertThat(service.gateway().ledger().of(Movement.Kind.SALE)).hasSize(12);
  }

  @Test
  void attempts_caps_and_expiry_of_cards_go_by_the_clock() {
    var policy =
        """
        {"retry_after": ["P1D", "P1D", "P1D"], "final_action": "keep_past_due",
         "max_attempts_per_card_30d": {"default": 2}}\
        """;
    assertThat(shop.client().put(shop.path("/dunning"), policy).status()).isEqualTo(200);
    var started = shop.subscribe(shop.method(), "").id();
    advance("2034-12-02T00:00:00Z");
    service.turnClocks();
    service.gateway().next(new Outcome.Declined(DeclineCode.INSUFFICIENT_FUNDS));
    service.gateway().next(new Outcome.Declined(DeclineCode.INSUFFICIENT_FUNDS));
    advance("2035-01-03T00:00:00Z");
    service.turnClocks();

    var periods = shop.renewals(started).json().path("data");
    var capped = periods.get(1);
    var expired = periods.get(0);

    assertThat(capped.path("attempts").findValuesAsText("at"))
        .containsExactly(
            "2034-12-02T08:00:00.250Z", "2034-12-03T08:00:00.250Z", "2035-01-01T08:00:00.250Z");
    assertThat(expired.path("status").asText()).isEqualTo("waiting_for_payment_method");
    assertThat(expired.path("attempts")).isEmpty();
  }

  @Test
  void a_clock_never_goes_backwards() {
    advance("2026-04-01T00:00:00Z");

    var refused = advance("2026-03-31T00:00:00Z");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("invalid_state");
    assertThat(advance("2026-03-01T00:00:00Z").status()).isEqualTo(409);
  }

  @Test
  void a_time_is_needed() {
    assertThat(shop.client().post(path, "{}").pointers()).containsExactly("/advance_to");
    assertThat(advance("tomorrow").pointers()).containsExactly("/advance_to");
  }

  @Test
  void a_site_returns_to_the_real_time_unless_something_happened_ahead_of_it() {
    advance("2026-04-01T00:00:00Z");
    service.turnClocks();

    var removed = shop.client().delete(path);
    var now = shop.client().get(path).at("/now");
    advance("2026-04-01T00:00:00Z");
    service.turnClocks();
    shop.subscribe(shop.method(), "");
    var refused = shop.client().delete(path);

    assertThat(removed.status()).as(removed.text()).isEqualTo(204);
    assertThat(now).isEqualTo("2026-03-02T08:00:00.250Z");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("invalid_state");
  }

  @Test
  void a_site_that_takes_real_money_has_no_test_clock() {
    var live = Shop.INTEGRATION.replace("sandbox", "live");
    assertThat(shop.client().put(shop.path("/integrations/memory"), live).status()).isEqualTo(200);

    assertThat(advance("2027-03-01T00:00:00Z").code()).isEqualTo("invalid_state");
    assertThat(shop.client().get(path).status()).isEqualTo(409);
    assertThat(shop.client().delete(path).status()).isEqualTo(409);
  }
}
