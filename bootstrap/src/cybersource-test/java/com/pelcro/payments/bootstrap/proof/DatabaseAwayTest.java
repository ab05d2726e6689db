package com.pelcro.payments.bootstrap.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.domain.operation.OperationKind;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// PostgreSQL is restarted, and every connection to it cut, in the middle of the trade.
class DatabaseAwayTest {

  private static final List<OperationKind> KINDS = List.of(OperationKind.values());
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseAwayTest.class);
  private static final int SHOPPERS = 16;
  private static final Duration WHILE = Duration.ofSeconds(3);

  @Test
  void connections_cut_and_a_database_restarted_cost_no_operation_and_double_none()
      throws IOException, SQLException {
    try (var arena = Arena.open();
        var life = arena.live("");
        var crowd = new Crowd(arena, SHOPPERS, 7)) {
      for (var round = 0; round < 3; round++) {
        crowd.favour(KINDS.get(round));
        arena.shopFor(WHILE, () -> true, () -> {});
        cutConnections(arena);
        arena.shopFor(WHILE, () -> true, () -> {});
        arena.database.close();
        arena.database = arena.database.again();
      }
      arena.shopFor(WHILE, () -> true, () -> {});
      crowd.goHome();
      var counts = new Balance(arena).check();
      LOG.info("{}", counts);
      assertThat(life.isAlive()).isTrue();
      assertThat(counts.charges()).isGreaterThan(SHOPPERS);
    }
  }

  private static void cutConnections(Arena arena) throws SQLException {
    try (var connection =
            DriverManager.getConnection(arena.database.url(), "postgres", "postgres");
        var statement = connection.createStatement()) {
      var _ =
          statement.execute(
              """
              SELECT pg_terminate_backend(pid) FROM pg_stat_activity
              WHERE application_name = 'pelcro-payments'
              """);
    }
  }
}
