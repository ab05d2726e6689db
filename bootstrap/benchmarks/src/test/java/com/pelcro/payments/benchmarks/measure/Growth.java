package com.pelcro.payments.benchmarks.measure;

import com.pelcro.payments.benchmarks.harness.Arena;
import com.pelcro.payments.benchmarks.harness.Figures;
import com.pelcro.payments.benchmarks.harness.Load;
import java.io.IOException;
import java.sql.SQLException;

/// Whether a charge costs more when many were made before: `-Dbench.stored` says how many.
public final class Growth implements Measurement {

  private static final long STORED = Long.getLong("bench.stored", 200_000);
  private static final int CALLERS = 16;
  private static final int WARM_UP = 12_000;
  private static final double MOST = 1.1;

  @Override
  public String name() {
    return "growth";
  }

  @Override
  public Figures measure() throws IOException, SQLException {
    var figures = new Figures();
    try (var arena = Arena.open();
        var load = new Load()) {
      var _ = load.times(WARM_UP, 64, number -> arena.charge(Arena.OURS, number));
      arena.settle(Arena.OURS);
      charge(arena, load, figures, "with none stored");
      arena.stock(STORED);
      arena.settle(Arena.OURS);
      charge(arena, load, figures, "with " + STORED + " stored");
    }
    for (var what : new String[] {"CPU a charge", "PostgreSQL CPU a charge", "p50 at 16"}) {
      var before = figures.median(what + " with none stored");
      var after = figures.median(what + " with " + STORED + " stored");
      figures.row(
          what + " with " + STORED + " stored charges",
          "%.2f ms, %.2f ms with none".formatted(after, before),
          "",
          "%.2f ×, %s".formatted(after / before, after / before <= MOST ? "reached" : "missed"),
          "≤ 1.10 ×");
    }
    return figures;
  }

  private static void charge(Arena arena, Load load, Figures figures, String when)
      throws IOException {
    for (var round = 0; round < ROUNDS; round++) {
      var service = arena.process(Arena.OURS).usage().cpuMillis();
      var database = arena.postgres.usage().cpuMillis();
      var outcome = load.during(SECONDS, CALLERS, number -> arena.charge(Arena.OURS, number));
      var charges = (double) outcome.nanos().length;
      var postgres = (arena.postgres.usage().cpuMillis() - database) / charges;
      var ours = (arena.process(Arena.OURS).usage().cpuMillis() - service) / charges;
      figures.add("CPU a charge " + when, postgres + ours);
      figures.add("PostgreSQL CPU a charge " + when, postgres);
      figures.add("p50 at 16 " + when, outcome.millis(0.5));
    }
  }
}
