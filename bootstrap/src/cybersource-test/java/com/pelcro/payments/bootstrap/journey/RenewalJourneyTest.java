package com.pelcro.payments.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.pelcro.payments.domain.decline.DeclineCode;
import com.pelcro.payments.domain.gateway.Outcome;
import com.pelcro.payments.domain.gateway.SampleCard;
import com.pelcro.payments.domain.gateway.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Subscriptions through the whole service, years of them, with a gateway that is as strict as the
/// card networks.
class RenewalJourneyTest {

  private static final int PRICE = 1000;
  private static final int PAGE = 100;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final SimulatorStage STAGE = new SimulatorStage();

  @RegisterExtension
  static final RunningService SERVICE = new RunningService(() -> STAGE, Hurry::with);

  private Shop shop;

  @BeforeEach
  void open() {
    shop = Shop.open(SERVICE.operator(), STAGE);
    STAGE.strict();
  }

  private Answer subscribe(Map<String, ?> more) {
    var body =
        new HashMap<String, Object>(
            Map.of(
                "customer",
                shop.customer(),
                "payment_method",
                shop.card(),
                "amount",
                PRICE,
                "currency",
                "EUR",
                "interval",
                "month",
                "interval_count",
                1,
                "collection",
                "automatic"));
    body.putAll(more);
    var started = shop.caller().post(shop.path("/subscriptions"), body);
    assertThat(started.status()).as("%s", started.body()).isEqualTo(201);
    return started;
  }

  private Answer now(Answer subscription) {
    return shop.caller().get(shop.path("/subscriptions/" + subscription.id()));
  }

  private List<JsonNode> renewals(Answer subscription) {
    var path = shop.path("/subscriptions/" + subscription.id() + "/renewals?limit=" + PAGE);
    return data(shop.caller().get(path).body()).toList().reversed();
  }

  private static Stream<JsonNode> data(JsonNode page) {
    return StreamSupport.stream(page.path("data").spliterator(), false);
  }

  private void advance(Instant to) {
    var path = shop.path("/test-clock");
    var answer = shop.caller().post(path, Map.of("advance_to", to.toString()));
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(202);
    await().atMost(PATIENCE).until(() -> shop.caller().get(path).text("/status").equals("ready"));
  }

  /// How many sales of this amount were approved.
  private long taken(long amount) {
    return STAGE.movements(shop.merchant()).stream()
        .filter(movement -> movement.path("kind").asText().equals("sale"))
        .filter(movement -> movement.path("authorized_amount").asLong() == amount)
        .count();
  }

  /// A little after so many months.
  private static Instant after(Instant start, int months) {
    return ZonedDateTime.ofInstant(start, ZoneOffset.UTC)
        .plusMonths(months)
        .plusHours(1)
        .toInstant();
  }

  /// What the feed tells of subscriptions and renewals, in order.
  private List<String> told() {
    var types = new ArrayList<String>();
    var after = "";
    var full = true;
    while (full) {
      var page =
          data(shop.caller().get(shop.path("/events?limit=" + PAGE + after)).body()).toList();
      page.forEach(event -> types.add(event.path("type").asText()));
      full = page.size() == PAGE;
      after = full ? "&after=" + page.getLast().path("id").asText() : after;
    }
    return types.stream()
        .filter(type -> type.startsWith("subscription.") || type.startsWith("renewal."))
        .toList();
  }

  @Test
  void three_years_of_a_monthly_subscription_are_what_a_person_would_write_down() throws Exception {
    try (var _ = SERVICE.another()) {
      var subscription = subscribe(Map.of("time_zone", "UTC"));
      var start = Instant.parse(subscription.text("/start_at"));
      advance(after(start, 6));
      STAGE.next(shop.merchant(), PRICE, new Outcome.Declined(DeclineCode.INSUFFICIENT_FUNDS));
      advance(after(start, 7));
      assertThat(now(subscription).text("/status")).isEqualTo("past_due");
      advance(after(start, 36));
      assertThat(now(subscription).text("/status")).isEqualTo("active");
      assertThat(renewals(subscription).stream().map(one -> one.path("status").asText()))
          .containsExactlyElementsOf(joined(List.of(repeated(37, "paid"), Stream.of("scheduled"))));
      assertThat(renewals(subscription).get(7).findValuesAsText("status"))
          .contains("declined", "captured");
      assertThat(taken(PRICE)).isEqualTo(37);
      assertThat(told())
          .containsExactlyElementsOf(
              joined(
                  List.of(
                      Stream.of("subscription.created", "subscription.activated"),
                      repeated(6, "subscription.renewed"),
                      Stream.of("subscription.past_due", "renewal.retry_scheduled"),
                      repeated(30, "subscription.renewed"))));
    }
  }

  private static Stream<String> repeated(int times, String text) {
    return IntStream.range(0, times).mapToObj(_ -> text);
  }

  private static List<String> joined(List<Stream<String>> parts) {
    return parts.stream().flatMap(part -> part).toList();
  }

  /// Strict as the card networks: each first payment and renewal has to carry what its brand asks
  /// for, and refer to what was approved before it on the same card.
  @ParameterizedTest
  @EnumSource(names = {"VISA", "MASTERCARD", "AMEX", "DISCOVER"})
  void a_life_with_another_price_and_another_card_is_what_its_brand_asks_for(SampleCard card) {
    var subscription = subscribe(Map.of("payment_method", shop.save(card).id()));
    var path = shop.path("/subscriptions/" + subscription.id());
    var start = Instant.parse(subscription.text("/start_at"));
    advance(after(start, 2));
    assertThat(shop.caller().patch(path, Map.of("amount", 1500)).status()).isEqualTo(200);
    advance(after(start, 4));
    var other = shop.save(card == SampleCard.VISA ? SampleCard.MASTERCARD : SampleCard.VISA).id();
    assertThat(shop.caller().patch(path, Map.of("payment_method", other)).status()).isEqualTo(200);
    advance(after(start, 6));
    assertThat(now(subscription).text("/status")).isEqualTo("active");
    assertThat(taken(PRICE)).isEqualTo(3);
    assertThat(taken(1500)).isEqualTo(4);
    var charges =
        shop.caller().get(shop.path("/charges?limit=100&subscription=" + subscription.id()));
    assertThat(data(charges.body()))
        .hasSize(7)
        .allSatisfy(
            charge -> {
              assertThat(charge.path("status").asText()).isEqualTo("captured");
              assertThat(charge.path("subscription").asText()).isEqualTo(subscription.id());
            });
    assertThat(data(charges.body()).map(charge -> charge.path("payment_method").asText()))
        .startsWith(other, other)
        .endsWith(subscription.text("/payment_method"));
  }

  @Test
  void a_renewal_whose_answer_was_lost_is_found_before_the_clock_goes_on() {
    var subscription = subscribe(Map.of());
    var start = Instant.parse(subscription.text("/start_at"));
    STAGE.next(shop.merchant(), PRICE, Trouble.REPLY_LOST);
    advance(after(start, 2));
    assertThat(now(subscription).text("/status")).isEqualTo("active");
    assertThat(taken(PRICE)).isEqualTo(3);
  }

  @Test
  void a_trial_ends_with_its_first_charge_and_canceled_at_its_end_costs_nothing() {
    var end = Instant.now().plus(Duration.ofDays(14));
    var kept = subscribe(Map.of("trial_end", end.toString()));
    var dropped = subscribe(Map.of("trial_end", end.toString(), "amount", 2000));
    assertThat(kept.text("/status")).isEqualTo("trialing");
    var path = shop.path("/subscriptions/" + dropped.id() + "/cancel");
    var canceled = shop.caller().post(path, Map.of("at", "period_end"));
    assertThat(canceled.status()).as("%s", canceled.body()).isEqualTo(200);
    advance(end.plusSeconds(60));
    assertThat(now(kept).text("/status")).isEqualTo("active");
    assertThat(now(dropped).text("/status")).isEqualTo("canceled");
    assertThat(taken(2000)).isZero();
  }

  @Test
  void without_a_test_clock_what_is_due_is_collected_when_it_is() {
    var end = Instant.now().plusSeconds(3);
    var subscription = subscribe(Map.of("trial_end", end.toString()));
    await().atMost(PATIENCE).until(() -> now(subscription).text("/status").equals("active"));
    assertThat(taken(PRICE)).isEqualTo(1);
  }
}
