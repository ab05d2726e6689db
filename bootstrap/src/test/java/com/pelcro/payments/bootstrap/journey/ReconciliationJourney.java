package com.pelcro.payments.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.pelcro.payments.domain.decline.DeclineCode;
import com.pelcro.payments.domain.gateway.Outcome;
import com.pelcro.payments.domain.gateway.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The gateway's books held against ours, whatever gateway is behind them.
abstract class ReconciliationJourney {

  /// Shorter than recovery would wait by itself.
  private static final Duration AT_ONCE = Duration.ofSeconds(12);

  private RunningService service;
  private Shop shop;

  abstract RunningService service();

  @BeforeEach
  void open() {
    service = service();
    shop = Shop.open(service.operator(), service.stage());
  }

  private Answer compare() {
    var now = Instant.now();
    var period = Map.of("from", now.minus(Duration.ofHours(1)).toString(), "to", now.toString());
    var body = new HashMap<>(period);
    body.put("site", shop.site());
    var compared = service.operator().post("/v1/reconciliations", body);
    assertThat(compared.status()).as("%s", compared.body()).isEqualTo(201);
    assertThat(compared.text("/status")).as("%s", compared.body()).isEqualTo("complete");
    return compared;
  }

  private Answer differences() {
    return service.operator().get("/v1/differences?site=" + shop.site());
  }

  @Test
  void whatever_was_answered_agrees_with_the_gateways_books() {
    var card = shop.card();
    var sale = shop.charge(card, 2100);
    shop.refund(sale, Map.of("amount", 100));
    var body = Shop.asked(card, 2200);
    body.put("capture", false);
    var held = shop.charge(body);
    shop.follow(held, "capture", Map.of("amount", 2000));
    body.put("amount", 2300);
    shop.follow(shop.charge(body), "void", Map.of());
    shop.follow(shop.charge(card, 2400), "void", Map.of());
    shop.stage().next(shop.merchant(), 2500, new Outcome.Declined(DeclineCode.INSUFFICIENT_FUNDS));
    assertThat(shop.charge(card, 2500).text("/status")).isEqualTo("declined");

    var compared = compare();

    assertThat(differences().body().path("data")).as("%s", differences().body()).isEmpty();
    assertThat(compared.number("/operations")).isGreaterThanOrEqualTo(10);
  }

  @Test
  void money_nobody_heard_of_is_a_difference_that_is_found_out_at_once_and_then_gone() {
    var card = shop.card();
    shop.stage().next(shop.merchant(), 2600, Trouble.REPLY_LOST);
    var lost = shop.charge(card, 2600);
    assertThat(lost.status()).isEqualTo(202);

    assertThat(compare().number("/new_differences")).isEqualTo(1);

    var difference = differences();
    assertThat(difference.text("/data/0/type")).isEqualTo("missing_here");
    assertThat(difference.text("/data/0/operation/subject")).isEqualTo(lost.id());
    await()
        .atMost(AT_ONCE)
        .untilAsserted(() -> assertThat(shop.find(lost).text("/status")).isEqualTo("captured"));
    assertThat(compare().number("/differences")).isZero();
    var told = service.operator().get(shop.path("/events?type=reconciliation.difference"));
    assertThat(told.text("/data/0/data/status")).isEqualTo("open");
  }
}
