package com.pelcro.payments.bootstrap.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.domain.operation.OperationKind;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The gateway loses, delays, cuts and garbles what it likes, searches included, while people shop:
/// `-Dchaos.seconds` for longer, `-Dchaos.seed` to repeat one.
class ChaosTest {

  private static final List<OperationKind> KINDS = List.of(OperationKind.values());
  private static final Logger LOG = LoggerFactory.getLogger(ChaosTest.class);
  private static final int SECONDS = Integer.getInteger("chaos.seconds", 25);
  private static final int SHOPPERS = 16;
  private static final int VISITS = 60;
  private static final Map<String, ?> ANYTHING = Map.of("path", "/(pts|tss)/.*");

  private static final List<Map<String, ?>> TROUBLES =
      List.of(
          Map.of("kind", "lose_request"),
          Map.of("kind", "lose_reply"),
          Map.of("kind", "late", "millis", 2500),
          Map.of("kind", "late", "millis", 8000),
          Map.of("kind", "late", "millis", 11_000),
          Map.of("kind", "late", "millis", 15_000),
          http(502, true),
          http(502, false),
          http(500, true),
          Map.of("kind", "truncate", "processed", true),
          Map.of("kind", "truncate", "processed", false),
          Map.of("kind", "search_lag", "millis", 3000),
          Map.of("kind", "delay", "millis", 900),
          Map.of("kind", "delay", "millis", 6000));

  private static Map<String, ?> http(int status, boolean processed) {
    return Map.of(
        "kind",
        "http",
        "status",
        status,
        "body",
        "<html><body>Bad Gateway</body></html>",
        "content_type",
        "text/html",
        "processed",
        processed);
  }

  @Test
  void whatever_the_gateway_loses_the_money_agrees_in_the_end() throws IOException, SQLException {
    LOG.info("{} s, seed {}", SECONDS, Crowd.SEED);
    var random = new Random(Crowd.SEED);
    try (var arena = Arena.open();
        var _ = arena.live("");
        var crowd = new Crowd(arena, SHOPPERS, Crowd.SEED)) {
      TROUBLES.forEach(
          trouble -> arena.scenario(ANYTHING, trouble, 0.025, random.nextLong(1_000_000)));
      arena.shopFor(
          Duration.ofSeconds(SECONDS),
          () -> crowd.visits() > VISITS,
          () -> crowd.favour(any(random)));
      arena.endScenarios();
      crowd.goHome();
      var counts = new Balance(arena).check();
      LOG.info("{} s, seed {}: {}", SECONDS, Crowd.SEED, counts);
      assertThat(counts.proofs()).containsKeys("answer", "found");
      assertThat(counts.charges()).isGreaterThan(SHOPPERS);
    }
  }

  private static OperationKind any(Random random) {
    return KINDS.get(random.nextInt(KINDS.size()));
  }
}
