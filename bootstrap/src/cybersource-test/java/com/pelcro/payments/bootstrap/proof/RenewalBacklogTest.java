package com.pelcro.payments.bootstrap.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What fell due during an outage is worked off by one small process, whose memory does not grow
/// with it: `-Drenewal.backlog=100000` for the long run.
class RenewalBacklogTest {

  private static final Logger LOG = LoggerFactory.getLogger(RenewalBacklogTest.class);
  private static final int SIZE = Integer.getInteger("renewal.backlog", 1000);
  private static final int GROWTH = 64;
  private static final Duration LONG_ENOUGH = Duration.ofHours(2);

  @Test
  void a_backlog_is_worked_off_once_and_memory_stays_flat() throws IOException, SQLException {
    try (var arena = Arena.open(Integer.toString(10_000));
        var life = arena.live("")) {
      var people = new Subscribers(arena);
      var customer = people.customer();
      var card = people.card(customer, "4111111111111111");
      var began = System.nanoTime();
      people.backlog(people.subscription(customer, card, 1000), SIZE);
      untilPaid(people, SIZE / 4);
      var early = life.mostMemory();
      untilPaid(people, SIZE);
      var late = life.mostMemory();
      var seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
      LOG.info(
          "{} renewals in {} s, {} MiB after a quarter, {} at the end", SIZE, seconds, early, late);
      assertThat(late).isLessThan(early + GROWTH);
      assertThat(people.sales()).hasSize(SIZE);
      assertThat(people.sales().values()).containsOnly(1L);
    }
  }

  private static void untilPaid(Subscribers people, long paid) {
    await()
        .atMost(LONG_ENOUGH)
        .pollInterval(Duration.ofMillis(500))
        .until(() -> people.states(1).getOrDefault("paid", 0L) >= paid);
  }
}
