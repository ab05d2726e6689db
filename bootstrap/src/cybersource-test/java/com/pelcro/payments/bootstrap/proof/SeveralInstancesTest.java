package com.pelcro.payments.bootstrap.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Two processes on one database behind a proxy: people charge, capture, void, give back and save
/// cards, one process is killed in the middle and comes again, and nobody has to know.
class SeveralInstancesTest {

  private static final Logger LOG = LoggerFactory.getLogger(SeveralInstancesTest.class);
  private static final int SHOPPERS = 8;
  private static final int VISITS = 25;
  private static final Duration WHILE = Duration.ofSeconds(1);

  @Test
  void one_is_killed_in_the_middle_and_nothing_is_lost_and_nothing_twice()
      throws IOException, SQLException {
    try (var arena = Arena.open();
        var front = RoundRobin.over(arena.ports())) {
      arena.serveBehind(front.url());
      try (var _ = arena.beside();
          var first = arena.live("");
          var crowd = new Crowd(arena, SHOPPERS, Crowd.SEED)) {
        shop(arena, crowd, VISITS);
        assertThat(front.taken()).as("both take part").allMatch(taken -> taken > VISITS);
        first.kill();
        shop(arena, crowd, 2 * VISITS);
        try (var _ = arena.live("")) {
          shop(arena, crowd, 3 * VISITS);
          crowd.goHome();
          var counts = new Balance(arena).check();
          LOG.info("seed {}, {} requests each: {}", Crowd.SEED, front.taken(), counts);
          assertThat(counts.charges()).isGreaterThan(VISITS);
        }
      }
    }
  }

  private static void shop(Arena arena, Crowd crowd, int visits) {
    arena.shopFor(WHILE, () -> crowd.visits() > visits, () -> {});
  }
}
