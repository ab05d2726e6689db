package com.pelcro.payments.benchmarks.measure;

import com.pelcro.payments.benchmarks.harness.Arena;
import com.pelcro.payments.benchmarks.harness.Figures;
import com.pelcro.payments.benchmarks.harness.Load;
import java.io.IOException;
import java.sql.SQLException;

/// What a hundred readers of the feed, each in long poll, add to what a charge costs.
public final class EventReaders implements Measurement {

  private static final int READERS = 100;
  private static final int CALLERS = 16;
  private static final int WARM_UP = 12_000;
  private static final double MOST_PERCENT = 5;

  @Override
  public String name() {
    return "events";
  }

  @Override
  public Figures measure() throws IOException, SQLException, InterruptedException {
    var figures = new Figures();
    try (var arena = Arena.open();
        var load = new Load()) {
      var _ = load.times(WARM_UP, 64, number -> arena.charge(Arena.OURS, number));
      arena.settle(Arena.OURS);
      for (var round = 0; round < ROUNDS; round++) {
        figures.add("CPU a charge, nobody reads", charge(arena, load));
        try (var _ = arena.readers(READERS)) {
          figures.add("CPU a charge, 100 read", charge(arena, load));
        }
      }
    }
    var alone = figures.median("CPU a charge, nobody reads");
    var read = figures.median("CPU a charge, 100 read");
    var more = (read / alone - 1) * 100;
    figures.row(
        "CPU a charge while 100 wait for events",
        "%.2f ms, %.2f ms without".formatted(read, alone),
        "",
        "%+.0f %%, %s".formatted(more, more < MOST_PERCENT ? "reached" : "missed"),
        "< 5 % more");
    return figures;
  }

  private static double charge(Arena arena, Load load) throws IOException {
    var before = cpu(arena);
    var outcome = load.during(SECONDS, CALLERS, number -> arena.charge(Arena.OURS, number));
    return (double) (cpu(arena) - before) / outcome.nanos().length;
  }

  private static long cpu(Arena arena) throws IOException {
    return arena.process(Arena.OURS).usage().cpuMillis() + arena.postgres.usage().cpuMillis();
  }
}
