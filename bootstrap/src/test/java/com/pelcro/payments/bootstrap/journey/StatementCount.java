package com.pelcro.payments.bootstrap.journey;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/// The statements a service asks of PostgreSQL, as PostgreSQL itself counts them: without those its
/// triggers run.
record StatementCount(RunningService service) {

  /// Restarts the database, which has to load what counts.
  static StatementCount of(RunningService service) throws SQLException, IOException {
    service.sql("ALTER SYSTEM SET shared_preload_libraries = 'pg_stat_statements'");
    service.stopDatabase();
    service.startDatabase();
    service.sql("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> service.operator().get("/health/ready").status() == 200);
    return new StatementCount(service);
  }

  /// Forgets what was counted so far, does this work, and answers this column of what was asked
  /// meanwhile under this condition.
  List<String> during(Runnable work, String column, String condition) throws SQLException {
    var _ = service.sql("SELECT pg_stat_statements_reset()");
    work.run();
    return counted(column, condition);
  }

  List<String> counted(String column, String condition) throws SQLException {
    return service.sql(
        "SELECT %s FROM pg_stat_statements WHERE toplevel AND (%s) ORDER BY query"
            .formatted(column, condition));
  }
}
