package com.pelcro.payments.bootstrap.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.pelcro.payments.bootstrap.proof.KillPoint.Place;
import com.pelcro.payments.domain.operation.OperationKind;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The service is killed at every step of everything it asks, again and again, with many operations
/// in flight: `-Dcrash.runs=10000` for the long run, `-Dcrash.minutes` to end it earlier,
/// `-Dcrash.seed` to repeat one.
class CrashTest {

  private static final List<Place> PLACES = List.of(Place.values());
  private static final List<OperationKind> KINDS = List.of(OperationKind.values());

  private static final Logger LOG = LoggerFactory.getLogger(CrashTest.class);
  private static final int RUNS = Integer.getInteger("crash.runs", 60);
  private static final long MINUTES = Long.getLong("crash.minutes", Long.MAX_VALUE);
  private static final long SEED = Long.getLong("crash.seed", System.nanoTime());
  private static final int SHOPPERS = 16;
  private static final int SECONDS = 60;

  @Test
  void killed_at_every_step_it_loses_nothing_and_takes_nothing_twice()
      throws IOException, SQLException {
    LOG.info("{} kills, seed {}", RUNS, SEED);
    var random = new Random(SEED);
    try (var arena = Arena.open();
        var crowd = new Crowd(arena, SHOPPERS, SEED)) {
      var kills = 0;
      for (var began = Instant.now(); kills < RUNS && isInTime(began); kills++) {
        crash(arena, crowd, kills, random);
      }
      try (var _ = arena.live("")) {
        crowd.goHome();
        var counts = new Balance(arena).check();
        LOG.info("{} kills, seed {}: {}", kills, SEED, counts);
        assertThat(counts.charges()).isGreaterThan(kills);
      }
    }
  }

  private static boolean isInTime(Instant began) {
    return Duration.between(began, Instant.now()).toMinutes() < MINUTES;
  }

  private static void crash(Arena arena, Crowd crowd, int run, Random random) {
    var place = PLACES.get(run % PLACES.size());
    var kind = KINDS.get(run / PLACES.size() % KINDS.size());
    crowd.favour(kind);
    var before = Instant.now().minusSeconds(1);
    var life = arena.live(KillPoint.variable(place, kind, 1 + random.nextInt(4)));
    LOG.info("life {} is to end {} a {}", run, place, kind);
    try {
      var at = life.awaitPoint(SECONDS);
      LOG.info("kill {} of a {}: {}", run, kind, at);
      var code = at.substring(at.indexOf(" ") + 1);
      if (place == Place.SENT) {
        await().atMost(Duration.ofSeconds(SECONDS)).until(() -> arena.hasReached(code, before));
      }
    } finally {
      arena.kill(life);
    }
  }
}
