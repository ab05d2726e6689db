package com.pelcro.payments.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.pelcro.payments.bootstrap.Service;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What the service does now and then, with two instances on one database.
class PeriodicJobsJourneyTest {

  @RegisterExtension static final RunningService SERVICE = new RunningService(MemoryStage::new);

  /// Twice as long as an instance waits before it looks again, and some more.
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private Service another;

  @BeforeEach
  void open() {
    another = SERVICE.another();
  }

  @AfterEach
  void close() {
    another.close();
  }

  @Test
  void what_is_due_is_done_once_and_goes_on_when_the_database_was_away()
      throws SQLException, IOException {
    await().atMost(PATIENCE).until(() -> runs("compare-recent") == 1);
    makeDue("compare-yesterday");
    await().atMost(PATIENCE).until(() -> runs("compare-yesterday") == 1);
    assertThat(ofYesterday()).isEqualTo(1);

    SERVICE.stopDatabase();
    SERVICE.startDatabase();
    makeDue("compare-yesterday");
    makeDue("check-invariants");
    makeDue("forget-leftovers");
    await().atMost(PATIENCE).until(() -> isOver("compare-yesterday"));
    await().atMost(PATIENCE).until(() -> isOver("check-invariants"));
    await().atMost(PATIENCE).until(() -> isOver("forget-leftovers"));
    assertThat(ofYesterday()).isEqualTo(2);
    assertThat(SERVICE.sql("SELECT count(*) FROM invariant_checks WHERE violations = 0"))
        .doesNotContain("0");
  }

  private static void makeDue(String task) throws SQLException {
    var _ =
        SERVICE.sql(
            "UPDATE scheduled_tasks SET execution_time = now() - interval '1 second',"
                + " version = version + 1 WHERE NOT picked AND task_name = '"
                + task
                + "'");
  }

  private static boolean isOver(String task) throws SQLException {
    return SERVICE
        .sql(
            "SELECT NOT picked AND execution_time > now() FROM scheduled_tasks WHERE task_name = '"
                + task
                + "'")
        .contains("t");
  }

  /// How often a task was done, as far as its row tells.
  private static int runs(String task) throws SQLException {
    return SERVICE
        .sql("SELECT last_success FROM scheduled_tasks WHERE task_name = '" + task + "'")
        .stream()
        .mapToInt(at -> at == null ? 0 : 1)
        .sum();
  }

  private static int ofYesterday() throws SQLException {
    var today = Instant.now().truncatedTo(ChronoUnit.DAYS);
    return Integer.parseInt(
        SERVICE
            .sql(
                "SELECT count(*) FROM reconciliations WHERE period_to = '"
                    + today
                    + "' AND finished_at IS NOT NULL")
            .getFirst());
  }
}
