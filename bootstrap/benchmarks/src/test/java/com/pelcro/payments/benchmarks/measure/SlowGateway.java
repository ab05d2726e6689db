package com.pelcro.payments.benchmarks.measure;

import com.pelcro.payments.benchmarks.harness.Arena;
import com.pelcro.payments.benchmarks.harness.Figures;
import com.pelcro.payments.benchmarks.harness.Load;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/// Many charges in flight while the gateway takes its time.
public final class SlowGateway implements Measurement {

  private static final int MANY = 500;
  private static final int CROWD = 6000;
  private static final Map<String, String> OURS =
      Map.of(
          "PAYMENTS_CALLS", "8000",
          "PAYMENTS_DATABASE_WAIT", "PT1M",
          "PAYMENTS_GATEWAY_CONNECTIONS", "8000");
  private static final Map<String, String> BARE = Map.of("BARE_CONNECTIONS", "8000");

  @Override
  public String name() {
    return "slow-gateway";
  }

  @Override
  public Figures measure() throws IOException, SQLException {
    var figures = new Figures();
    try (var arena = Arena.open();
        var load = new Load()) {
      arena.restart(OURS, BARE, List.of());
      for (var program : arena.programs()) {
        var _ = load.during(10, 64, number -> arena.charge(program, number));
      }
      arena.gatewayTakes(1000);
      for (var round = 0; round < ROUNDS; round++) {
        for (var program : arena.programs()) {
          var outcome = load.during(5, MANY, number -> arena.charge(program, number));
          unrefused(outcome);
          figures.add("p99 at 500, gateway 1 s " + program, outcome.millis(0.99));
        }
      }
      figures.row(
          "p99 at 500 in flight, gateway 1 s",
          "%.0f ms".formatted(figures.median("p99 at 500, gateway 1 s ours")),
          "%.0f ms".formatted(figures.median("p99 at 500, gateway 1 s bare")),
          figures.median("p99 at 500, gateway 1 s ours") <= 1050 ? "reached" : "missed",
          "≤ 1 050 ms");
      crowd(arena, load, figures);
    }
    return figures;
  }

  private static void unrefused(Load.Outcome outcome) {
    if (outcome.refused() > 0) {
      throw new IllegalStateException(outcome.refused() + " refused: " + outcome.firstRefusal());
    }
  }

  private static void crowd(Arena arena, Load load, Figures figures) throws SQLException {
    arena.gatewayTakes(10_000);
    var before = arena.captured();
    var outcome = load.times(CROWD, CROWD, number -> arena.charge(Arena.OURS, number));
    var captured = arena.captured() - before;
    var peak = arena.process(Arena.OURS).usage().mostResidentMib();
    figures.add("captured of 6000 in flight", captured);
    figures.add("told to ask again of 6000 in flight", outcome.refused());
    figures.add("p99 of 6000 in flight, gateway 10 s", outcome.millis(0.99));
    figures.add("peak MiB with 6000 in flight", peak);
    figures.row(
        "6 000 in flight, gateway 10 s, heap 512 MiB",
        "%d captured, %d told to ask again, %d MiB".formatted(captured, outcome.refused(), peak),
        "",
        captured == CROWD && peak <= 700 ? "reached" : "missed",
        "all, ≤ 700 MiB");
  }
}
