package com.pelcro.payments.benchmarks.measure;

import com.pelcro.payments.benchmarks.harness.Arena;
import com.pelcro.payments.benchmarks.harness.Figures;
import com.pelcro.payments.benchmarks.harness.Load;
import com.pelcro.payments.benchmarks.harness.Postgres;
import java.io.IOException;
import java.sql.SQLException;

/// What PostgreSQL is asked for a charge: statements, commits, and the time each statement takes.
public final class Statements implements Measurement {

  private static final int CHARGES = 1500;

  /// Alone, so that no statement waits for the lock of another.
  private static final int CALLERS = 1;

  private static final String STATEMENTS =
      """
      SELECT round(calls / %1$d.0, 2) AS a_charge,
        round(((total_exec_time + total_plan_time) / %1$d)::numeric, 4) AS millis_a_charge,
        round((total_plan_time / %1$d)::numeric, 4) AS planning,
        round(shared_blks_hit / %1$d.0, 1) AS blocks,
        toplevel, regexp_replace(left(query, 400), '\\s+', ' ', 'g')
      FROM pg_stat_statements
      WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
        AND calls >= %1$d / 20
      ORDER BY total_exec_time + total_plan_time DESC
      """;

  private static final String ALL =
      """
      SELECT sum(calls) / %1$d.0 FROM pg_stat_statements
      WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
        AND calls >= %1$d / 20 AND toplevel AND query NOT IN ('BEGIN', 'COMMIT')
      """;

  private static final String SIZE = "SELECT pg_database_size(current_database())";
  private static final String LOG = "SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint";

  private static final String COMMITS =
      "SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()";

  @Override
  public String name() {
    return "statements";
  }

  @Override
  public Figures measure() throws IOException, SQLException, InterruptedException {
    var figures = new Figures();
    try (var arena = Arena.open(Postgres.counting());
        var load = new Load()) {
      for (var program : arena.programs()) {
        var _ = load.times(CHARGES, CALLERS, number -> arena.charge(program, number));
        arena.settle(program);
        if (program.equals(Arena.OURS) && System.getenv("BENCH_SQL") != null) {
          arena.postgres.change(program, System.getenv("BENCH_SQL"));
        }
        var _ = load.times(CHARGES, CALLERS, number -> arena.charge(program, number));
        Thread.sleep(2000);
        var size = arena.postgres.count(program, SIZE);
        var log = arena.postgres.count(program, LOG);
        arena.postgres.change(program, "SELECT pg_stat_statements_reset()");
        var commits = arena.postgres.count(program, COMMITS);
        var _ = load.times(CHARGES, CALLERS, number -> arena.charge(program, number));
        Thread.sleep(2000);
        figures.add(
            "commits a charge " + program,
            (double) (arena.postgres.count(program, COMMITS) - commits) / CHARGES);
        figures.add(
            "log bytes a charge " + program,
            (double) (arena.postgres.count(program, LOG) - log) / CHARGES);
        figures.add(
            "table bytes a charge " + program,
            (double) (arena.postgres.count(program, SIZE) - size) / CHARGES);
        figures.add(
            "statements a charge " + program,
            Double.parseDouble(arena.postgres.text(program, ALL.formatted(CHARGES))));
        for (var row : arena.postgres.rows(program, STATEMENTS.formatted(CHARGES))) {
          System.out.println(String.join(" | ", row));
        }
      }
    }
    return figures;
  }
}
