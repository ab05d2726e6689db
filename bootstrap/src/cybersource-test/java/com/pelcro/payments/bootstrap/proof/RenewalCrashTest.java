package com.pelcro.payments.bootstrap.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.pelcro.payments.bootstrap.proof.KillPoint.Place;
import com.pelcro.payments.domain.operation.OperationKind;
import com.pelcro.payments.http.intake.CardNumbers;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Months of renewals worked off by two service processes while the gateway loses and declines what
/// it likes and one of the two is killed at every step: `-Drenewal.kills=400` for the long run,
/// `-Drenewal.seed` to repeat one.
class RenewalCrashTest {

  private static final Logger LOG = LoggerFactory.getLogger(RenewalCrashTest.class);
  private static final List<Place> PLACES = List.of(Place.values());
  private static final int KILLS = Integer.getInteger("renewal.kills", 12);
  private static final long SEED =
      Long.getLong("renewal.seed", ThreadLocalRandom.current().nextLong(1_000_000_000));
  private static final int CUSTOMERS = 28;
  private static final int SUBSCRIPTIONS = 3 * CUSTOMERS;
  private static final int AT_ONCE = 45;
  private static final int MORE = 5;
  private static final int SECONDS = 60;
  private static final int NO_LIMIT = Integer.MAX_VALUE;

  /// So many that 500 renewals fall due in the shortest run.
  private static final int PERIODS = Math.max(6, KILLS * AT_ONCE / SUBSCRIPTIONS);

  private static final Map<String, ?> PAYMENTS = Map.of("path", "/pts/v2/payments");
  private static final Duration RECOVERY = Duration.ofMinutes(4);

  @Test
  void every_period_is_paid_once_whoever_is_killed() throws IOException, SQLException {
    LOG.info("{} kills, {} periods, seed {}", KILLS, PERIODS, SEED);
    var random = new Random(SEED);
    try (var arena = Arena.open();
        var _ = arena.beside()) {
      var people = subscribed(arena);
      trouble(arena, random);
      for (var kill = 0; kill < KILLS; kill++) {
        crash(arena, people, kill, random);
      }
      arena.endScenarios();
      try (var _ = arena.live("")) {
        await()
            .atMost(RECOVERY)
            .pollInterval(Duration.ofSeconds(1))
            .untilAsserted(
                () -> {
                  var _ = people.fallDue(AT_ONCE, PERIODS);
                  assertThat(people.states(PERIODS)).containsOnlyKeys("paid");
                });
        check(arena, people);
      }
    }
  }

  private static Subscribers subscribed(Arena arena) {
    var people = new Subscribers(arena);
    try (var _ = arena.live("")) {
      IntStream.range(0, CUSTOMERS).forEach(number -> subscribe(people, number));
    }
    return people;
  }

  private static void subscribe(Subscribers people, int number) {
    var customer = people.customer();
    var card = people.card(customer, cardNumber(number));
    for (var amount = 1; amount <= SUBSCRIPTIONS / CUSTOMERS; amount++) {
      var _ = people.subscription(customer, card, 1000L * amount + number);
    }
  }

  /// Everybody has a card of his own: one that is declined too often is left alone for a month,
  /// whoever pays with it.
  private static String cardNumber(int number) {
    var digits = (number % 2 == 0 ? "411111111111" : "555555555555") + "%03d".formatted(number);
    return IntStream.range(0, 10)
        .mapToObj(last -> digits + last)
        .filter(CardNumbers::isIn)
        .findFirst()
        .orElseThrow();
  }

  private static void trouble(Arena arena, Random random) {
    List.<Map<String, ?>>of(
            Map.of("kind", "lose_request"),
            Map.of("kind", "lose_reply"),
            Map.of("kind", "late", "millis", 6000),
            Map.of("kind", "decline", "reason", "INSUFFICIENT_FUND"))
        .forEach(trouble -> arena.scenario(PAYMENTS, trouble, 0.02, random.nextLong(1_000_000)));
  }

  private static void crash(Arena arena, Subscribers people, int kill, Random random)
      throws SQLException {
    await().atMost(RECOVERY).until(() -> people.waiting() >= AT_ONCE);
    var place = PLACES.get(kill % PLACES.size());
    var times = 1 + random.nextInt(3);
    try (var life = arena.live(KillPoint.variable(place, OperationKind.CHARGE, times))) {
      var _ = people.fallDue(AT_ONCE, NO_LIMIT);
      await()
          .atMost(RECOVERY)
          .pollInterval(Duration.ofMillis(500))
          .until(() -> isAtPoint(life, people));
      LOG.info("kill {}: {}", kill, life.awaitPoint(SECONDS));
    }
  }

  /// The other process may have been faster: there is more to do until this one came there too.
  private static boolean isAtPoint(ServiceProcess life, Subscribers people) throws SQLException {
    var there = life.isAtPoint();
    if (!there) {
      var _ = people.fallDue(MORE, NO_LIMIT);
    }
    return there;
  }

  private static void check(Arena arena, Subscribers people) throws SQLException {
    var sales = people.sales();
    assertThat(sales).hasSizeGreaterThanOrEqualTo(SUBSCRIPTIONS * PERIODS);
    assertThat(sales.values()).containsOnly(1L);
    LOG.info("{} renewals, seed {}: {}", sales.size(), SEED, new Balance(arena).check());
  }
}
