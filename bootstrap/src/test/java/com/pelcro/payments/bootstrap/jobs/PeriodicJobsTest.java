package com.pelcro.payments.bootstrap.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import com.pelcro.payments.domain.site.SharedSecret;
import com.pelcro.payments.persistence.Database;
import com.pelcro.payments.persistence.DatabaseSettings;
import com.pelcro.payments.persistence.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two instances with one table of what is due.
class PeriodicJobsTest {

  private static final Duration POLL = Duration.ofMillis(50);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static EmbeddedPostgres server;
  private static DatabaseSettings settings;

  private final AtomicInteger runs = new AtomicInteger();
  private final AtomicInteger atOnce = new AtomicInteger();
  private final AtomicInteger mostAtOnce = new AtomicInteger();
  private Database one;
  private Database other;

  @BeforeAll
  static void startServer() throws IOException {
    server = EmbeddedPostgres.start();
    settings =
        new DatabaseSettings(
            "jdbc:postgresql://localhost:" + server.getPort() + "/postgres",
            "postgres",
            new SharedSecret("postgres"),
            6);
    try (var database = new Database(settings)) {
      new Migrations(settings, database).run();
    }
  }

  @AfterAll
  static void stopServer() throws IOException {
    server.close();
  }

  @BeforeEach
  void open() throws SQLException {
    one = new Database(settings);
    other = new Database(settings);
    var _ = change("DELETE FROM scheduled_tasks");
  }

  @AfterEach
  void close() {
    one.close();
    other.close();
  }

  @Test
  void each_time_it_is_due_one_of_them_does_it() throws SQLException {
    var first = jobs(one, this::work);
    var second = jobs(other, this::work);
    first.start();
    second.start();
    for (int round = 1; round <= 10; round++) {
      makeDue();
      var expected = round;
      await().atMost(PATIENCE).until(() -> runs.get() >= expected && isOver());
    }
    first.stop();
    second.stop();
    assertThat(runs).hasValue(10);
    assertThat(mostAtOnce).hasValue(1);
  }

  @Test
  void what_failed_is_done_again_when_it_is_due_next() throws SQLException {
    var jobs =
        jobs(
            one,
            () -> {
              if (runs.incrementAndGet() == 1) {
                throw new IllegalStateException("once");
              }
            });
    jobs.start();
    makeDue();
    await().atMost(PATIENCE).until(() -> runs.get() == 1 && isOver());
    makeDue();
    await().atMost(PATIENCE).until(() -> runs.get() == 2 && isOver());
    jobs.stop();
  }

  @Test
  void stopping_waits_for_what_is_going_on() throws SQLException, InterruptedException {
    var begun = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    var jobs =
        jobs(
            one,
            () -> {
              begun.countDown();
              waitFor(goOn);
              runs.incrementAndGet();
            });
    jobs.start();
    makeDue();
    assertThat(begun.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    var stopping = Thread.ofVirtual().start(jobs::stop);
    goOn.countDown();
    stopping.join();
    assertThat(runs).hasValue(1);
  }

  private void work() {
    mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
    runs.incrementAndGet();
    atOnce.decrementAndGet();
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Due about a day from now, and so never by itself while this test runs.
  private static PeriodicJobs jobs(Database database, Runnable work) {
    var never = LocalTime.now(ZoneOffset.UTC).minusMinutes(1);
    return new PeriodicJobs(
        database,
        List.of(new Periodic("work", Schedules.daily(ZoneOffset.UTC, never), work)),
        POLL);
  }

  private static void makeDue() throws SQLException {
    var changed =
        change(
            "UPDATE scheduled_tasks SET execution_time = now(), version = version + 1"
                + " WHERE NOT picked");
    assertThat(changed).isEqualTo(1);
  }

  private static boolean isOver() throws SQLException {
    try (var connection = server.getPostgresDatabase().getConnection();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT 1 FROM scheduled_tasks WHERE NOT picked AND execution_time > now()")) {
      return rows.next();
    }
  }

  private static int change(String sql) throws SQLException {
    try (var connection = server.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      return statement.executeUpdate(sql);
    }
  }
}
