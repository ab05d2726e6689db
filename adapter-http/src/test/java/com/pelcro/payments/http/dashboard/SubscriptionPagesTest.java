package com.pelcro.payments.http.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.domain.decline.DeclineCode;
import com.pelcro.payments.domain.gateway.Outcome;
import com.pelcro.payments.domain.gateway.SampleCard;
import com.pelcro.payments.http.Service;
import com.pelcro.payments.http.Shop;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SubscriptionPagesTest {

  private final Service service = Service.start();
  private final Shop shop = Shop.open(service);
  private final String home = "/dashboard/sites/" + shop.site();
  private Visitor visitor = Visitor.holding(service, shop.key());

  @AfterEach
  void stop() {
    service.close();
  }

  private String subscription(String more) {
    var subscribed = shop.subscribe(shop.method(), more);
    assertThat(subscribed.status()).as(subscribed.text()).isEqualTo(201);
    return subscribed.id();
  }

  private String page(String id) {
    return home + "/subscriptions/" + id;
  }

  private String status(String id) {
    return shop.subscription(id).at("/status");
  }

  @Test
  void subscriptions_are_found_by_status_customer_and_name() {
    var one = subscription(", \"external_id\": \"S-1\"");
    var other = subscription(", \"external_id\": \"S-2\"");

    assertThat(visitor.get(home + "/subscriptions?external_id=S-1").text())
        .contains(one)
        .doesNotContain(other);
    assertThat(
            visitor.get(home + "/subscriptions?status=active&customer=" + shop.customer()).text())
        .contains(one, other);
    assertThat(visitor.get(home + "/subscriptions?status=paused").text())
        .contains("No subscription is like this");
    assertThat(visitor.get(home + "/subscriptions?customer=nobody").text())
        .contains("No subscription is like this");
  }

  @Test
  void the_price_is_changed_from_the_next_period_on() {
    var id = subscription("");
    var price = page(id) + "/price";

    assertThat(visitor.fill(price, price, Map.of("amount", "nothing")).text())
        .contains("Write the amount like 19.90");
    assertThat(visitor.fill(price, price, Map.of("amount", "0")).status()).isEqualTo(422);
    var saved = visitor.fill(price, price, Map.of("amount", "24.90"));

    assertThat(saved.location()).isEqualTo(page(id) + "?done=repriced");
    assertThat(visitor.get(page(id)).text()).contains("EUR 24.90 each month");
    assertThat(shop.subscription(id).at("/amount")).isEqualTo("2490");
  }

  @Test
  void its_periods_tell_what_was_tried_and_why_it_failed() {
    var id = subscription("");
    service.gateway().next(new Outcome.Declined(DeclineCode.INSUFFICIENT_FUNDS));
    service.renew(Duration.ofDays(31).plusHours(2));
    visitor = Visitor.holding(service, shop.key());

    assertThat(visitor.get(page(id)).text())
        .contains("Past due", "Period 2", "Declined: Insufficient funds", "Tried again on")
        .contains("as the dunning policy says", "Period 1", "Paid");
  }

  @Test
  void a_due_period_is_collected_by_hand_once() {
    var id = subscription("");
    service.gateway().next(new Outcome.Declined(DeclineCode.INSUFFICIENT_FUNDS));
    service.renew(Duration.ofDays(31).plusHours(2));
    visitor = Visitor.holding(service, shop.key());
    var collect = page(id) + "/collect";
    assertThat(visitor.get(page(id)).text()).contains("Collect now…");
    var fields = visitor.get(collect).hidden(collect);

    assertThat(visitor.send(collect, fields).location()).isEqualTo(page(id) + "?done=collected");
    assertThat(visitor.send(collect, fields).location()).isEqualTo(page(id) + "?done=collected");

    assertThat(status(id)).isEqualTo("active");
    assertThat(visitor.get(page(id)).text()).doesNotContain("Collect now…");
    var nothing = visitor.fill(collect, collect, Map.of());
    assertThat(nothing.status()).isEqualTo(422);
    assertThat(nothing.text()).contains("Please look at this again");
  }

  @Test
  void it_is_paused_and_resumed() {
    var id = subscription("");

    assertThat(visitor.fill(page(id) + "/pause", page(id) + "/pause", Map.of()).location())
        .isEqualTo(page(id) + "?done=paused");
    assertThat(status(id)).isEqualTo("paused");
    assertThat(visitor.get(page(id)).text()).contains("Resume…").doesNotContain("Pause…");
    assertThat(visitor.fill(page(id) + "/resume", page(id) + "/resume", Map.of()).location())
        .isEqualTo(page(id) + "?done=resumed");
    assertThat(status(id)).isEqualTo("active");
  }

  @Test
  void it_is_canceled_at_the_end_or_at_once() {
    var id = subscription("");
    var later = page(id) + "/cancel-later";
    var now = page(id) + "/cancel";

    assertThat(visitor.fill(later, later, Map.of()).location())
        .isEqualTo(page(id) + "?done=canceling");
    assertThat(visitor.get(page(id)).text()).contains("Ends with the period");
    assertThat(visitor.fill(now, now, Map.of()).location()).isEqualTo(page(id) + "?done=canceled");

    assertThat(status(id)).isEqualTo("canceled");
    assertThat(visitor.fill(now, now, Map.of()).text()).contains("The subscription is over");
  }

  @Test
  void it_is_charged_to_another_card() {
    var id = subscription("");
    var other = shop.save(SampleCard.MASTERCARD).id();
    var card = page(id) + "/card";

    assertThat(visitor.get(card).text()).contains("Mastercard ending in");
    assertThat(visitor.fill(card, card, Map.of("card", other)).location())
        .isEqualTo(page(id) + "?done=saved");
    assertThat(shop.subscription(id).at("/payment_method")).isEqualTo(other);
    assertThat(visitor.fill(card, card, Map.of("card", "x")).status()).isEqualTo(422);
  }

  @Test
  void what_is_not_there_is_not_found() {
    assertThat(visitor.get(home + "/subscriptions/x").status()).isEqualTo(404);
    assertThat(visitor.get(home + "/subscriptions/x/cancel").status()).isEqualTo(404);
  }

  @Test
  void the_dunning_policy_is_changed() {
    var dunning = home + "/dunning";
    assertThat(visitor.get(dunning).text())
        .contains("value=\"1 day, 3 days, 5 days, 7 days\"", "value=\"15\"");

    var saved =
        visitor.fill(
            dunning,
            dunning,
            Map.of(
                "retry_after", "12 hours, 2 days",
                "final_action", "pause",
                "cap.visa", "7",
                "cap.default", "5"));

    assertThat(saved.location()).isEqualTo(dunning + "?done=saved");
    var stored = shop.client().get(shop.path("/dunning"));
    assertThat(stored.at("/retry_after/0")).isEqualTo("PT12H");
    assertThat(stored.at("/retry_after/1")).isEqualTo("P2D");
    assertThat(stored.at("/final_action")).isEqualTo("pause");
    assertThat(stored.at("/retry_without_advice")).isEqualTo("false");
    assertThat(stored.at("/max_attempts_per_card_30d/visa")).isEqualTo("7");
    assertThat(stored.at("/max_attempts_per_card_30d/default")).isEqualTo("5");
  }

  @Test
  void what_is_no_policy_is_told_at_its_fields() {
    var dunning = home + "/dunning";

    var seen =
        visitor.fill(
            dunning,
            dunning,
            Map.of("retry_after", "soon", "final_action", "x", "cap.visa", "0", "cap.default", ""));

    assertThat(seen.status()).isEqualTo(422);
    assertThat(seen.text())
        .contains("id=\"retry_after-fault\"", "id=\"cap.visa-fault\"", "id=\"cap.default-fault\"")
        .contains("href=\"#final_action\"");
  }
}
