package com.pelcro.payments.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.pelcro.payments.bootstrap.Config;
import com.pelcro.payments.domain.gateway.memory.Movement;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Far more is asked at once than may be worked on, on the real database.
class OverloadJourneyTest {

  private static final int CALLERS = 100;
  private static final int CHARGES_EACH = 2;
  private static final long AMOUNT = 4711;

  /// In bytes: what the classes met on the way, the caches and the gateway's own books may take.
  private static final long KEPT_AT_MOST = 32 << 20;

  @RegisterExtension
  static final RunningService SERVICE =
      new RunningService(MemoryStage::new, OverloadJourneyTest::small);

  private final AtomicInteger turnedAway = new AtomicInteger();

  private static Config small(Config config) {
    var http = config.http();
    return new Config(
        new Config.Http(
            http.host(), http.port(), http.publicUrl(), 8, http.limits(), http.cardTesting()),
        config.database(),
        config.operatorKey(),
        config.encryptionKey(),
        config.previousEncryptionKey(),
        config.gateways(),
        config.recovery(),
        config.renewals(),
        config.renewalsPerSecond(),
        config.traceCollector());
  }

  /// Asks under one key until it is answered, however often it is turned away.
  private List<String> charge(Shop shop, String card, int caller) {
    var charges = new ArrayList<String>();
    for (int at = 0; at < CHARGES_EACH; at++) {
      var key = "caller-" + caller + "-" + at;
      charges.add(
          patient()
              .until(() -> asked(shop.charge(card, AMOUNT, key)), charge -> !charge.isEmpty()));
    }
    return charges;
  }

  private static ConditionFactory patient() {
    return await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(200));
  }

  private String asked(Answer answer) {
    if (answer.status() == 429 || answer.status() == 503) {
      turnedAway.incrementAndGet();
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
      return "";
    }
    assertThat(answer.status()).as("%s", answer.body()).isIn(200, 201, 202);
    return answer.id();
  }

  /// What cannot be collected, in bytes.
  private static long livingHeap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  @Test
  void who_is_too_much_is_told_so_and_nothing_is_lost_or_done_twice() throws Exception {
    var shop = Shop.open(SERVICE.operator(), SERVICE.stage());
    var card = shop.card();
    var before = livingHeap();
    var charges = new HashMap<Integer, Future<List<String>>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int caller = 0; caller < CALLERS; caller++) {
        var number = caller;
        charges.put(number, threads.submit(() -> charge(shop, card, number)));
      }
    }

    var ids = new ArrayList<String>();
    for (var done : charges.values()) {
      ids.addAll(done.get());
    }
    assertThat(turnedAway).hasPositiveValue();
    assertThat(livingHeap()).isLessThan(before + KEPT_AT_MOST);
    assertThat(ids).hasSize(CALLERS * CHARGES_EACH).doesNotHaveDuplicates();
    assertThat(SERVICE.stage().movements(shop.merchant(), Movement.Kind.SALE, AMOUNT))
        .isEqualTo(ids.size());
    assertThat(SERVICE.sql("SELECT count(*) FROM charges WHERE site_id = '" + shop.site() + "'"))
        .containsExactly(Integer.toString(ids.size()));
    patient().until(() -> shop.charge(card, AMOUNT + 1).status(), status -> status == 201);
  }
}
