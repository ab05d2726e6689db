package com.pelcro.payments.benchmarks.measure;

import com.pelcro.payments.benchmarks.harness.Arena;
import com.pelcro.payments.benchmarks.harness.Figures;
import java.io.IOException;
import java.sql.SQLException;

/// Renewals that are due at once, worked off by one process.
public final class Renewals implements Measurement {

  private static final int SIZE = Integer.getInteger("bench.renewals", 5000);
  private static final int WARM_UP = 3000;
  private static final long LOOK_MILLIS = 100;

  @Override
  public String name() {
    return "renewals";
  }

  @Override
  public Figures measure() throws IOException, SQLException, InterruptedException {
    var figures = new Figures();
    try (var arena = Arena.open()) {
      arena.subscribe();
      for (var program : arena.programs()) {
        measure(arena, new Figures(), program, -1, WARM_UP);
      }
      for (var round = 0; round < ROUNDS; round++) {
        for (var program : arena.programs()) {
          measure(arena, figures, program, round, SIZE);
        }
      }
    }
    figures.atLeast("renewals/s", "", 0.8);
    figures.atMost("CPU a renewal", "ms", 1.4);
    return figures;
  }

  private static void measure(Arena arena, Figures figures, String program, int round, int size)
      throws IOException, SQLException, InterruptedException {
    arena.backlog(program, round, size);
    var service = arena.process(program).usage().cpuMillis();
    var database = arena.postgres.usage().cpuMillis();
    var began = System.nanoTime();
    arena.due(program, round);
    while (arena.waiting(program, round) > 0) {
      Thread.sleep(LOOK_MILLIS);
    }
    var seconds = (System.nanoTime() - began) / 1e9;
    var cpu =
        arena.process(program).usage().cpuMillis()
            - service
            + arena.postgres.usage().cpuMillis()
            - database;
    figures.add("renewals/s " + program, size / seconds);
    figures.add("CPU a renewal " + program, (double) cpu / size);
  }
}
