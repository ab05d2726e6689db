package com.pelcro.payments.benchmarks.measure;

import com.pelcro.payments.benchmarks.harness.Arena;
import com.pelcro.payments.benchmarks.harness.Figures;
import com.pelcro.payments.benchmarks.harness.Load;
import java.io.IOException;
import java.sql.SQLException;

/// Charges by 1, 16, 64 and 256 callers at once: how many a second, how long one takes, and what it
/// costs.
public final class Charges implements Measurement {

  private static final int[] CALLERS = {1, 16, 64, 256};

  /// As many for each: what is slower would else be measured while it is still being compiled.
  private static final int WARM_UP = 12_000;

  @Override
  public String name() {
    return "charges";
  }

  @Override
  public Figures measure() throws IOException, SQLException {
    var figures = new Figures();
    try (var arena = Arena.open();
        var load = new Load()) {
      for (var program : arena.programs()) {
        unrefused(program, load.times(WARM_UP, 64, number -> arena.charge(program, number)));
        arena.settle(program);
      }
      for (var round = 0; round < ROUNDS; round++) {
        for (var callers : CALLERS) {
          for (var program : arena.programs()) {
            measure(arena, load, figures, program, callers);
          }
        }
      }
      for (var program : arena.programs()) {
        figures.add(
            "peak resident MiB " + program, arena.process(program).usage().mostResidentMib());
      }
    }
    tell(figures);
    return figures;
  }

  private static Load.Outcome ask(
      Arena arena, Load load, String program, double seconds, int callers) {
    var outcome = load.during(seconds, callers, number -> arena.charge(program, number));
    unrefused(program, outcome);
    return outcome;
  }

  private static void unrefused(String program, Load.Outcome outcome) {
    if (outcome.refused() > 0) {
      throw new IllegalStateException(
          program + " refused " + outcome.refused() + ": " + outcome.firstRefusal());
    }
  }

  private static void measure(Arena arena, Load load, Figures figures, String program, int callers)
      throws IOException {
    var service = arena.process(program).usage().cpuMillis();
    var database = arena.postgres.usage().cpuMillis();
    var outcome = ask(arena, load, program, SECONDS, callers);
    var charges = (double) outcome.nanos().length;
    var serviceMillis = (arena.process(program).usage().cpuMillis() - service) / charges;
    var databaseMillis = (arena.postgres.usage().cpuMillis() - database) / charges;
    figures.add("charges/s at " + callers + " " + program, outcome.perSecond());
    figures.add("p50 at " + callers + " " + program, outcome.millis(0.5));
    figures.add("p99 at " + callers + " " + program, outcome.millis(0.99));
    figures.add("service CPU at " + callers + " " + program, serviceMillis);
    figures.add("PostgreSQL CPU at " + callers + " " + program, databaseMillis);
    figures.add("CPU at " + callers + " " + program, serviceMillis + databaseMillis);
  }

  private static void tell(Figures figures) {
    figures.atMost("CPU at 64", "ms", 1.4);
    figures.atMost("service CPU at 64", "ms", 1.4);
    figures.atMost("PostgreSQL CPU at 64", "ms", 1.4);
    for (var callers : new int[] {16, 64, 256}) {
      figures.atLeast("charges/s at " + callers, "", 0.75);
    }
    figures.atMost("p50 at 1", "ms", 1.4);
    figures.atMost("p99 at 64", "ms", 1.5);
    figures.atMost("peak resident MiB", "MiB", 2);
  }
}
