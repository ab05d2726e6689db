package com.pelcro.payments.bootstrap.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The service as it is installed is stopped by SIGTERM under load and started again: whoever it
/// took a request from is answered, whoever comes is told to go elsewhere or finds nobody there. A
/// connection made in the instant in which it stops listening may be cut off; of its request
/// nothing was begun.
class GracefulStopTest {

  private static final Logger LOG = LoggerFactory.getLogger(GracefulStopTest.class);
  private static final int CALLERS = 16;
  private static final int ENOUGH = 3 * CALLERS;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Set<String> answered = ConcurrentHashMap.newKeySet();
  private final Set<String> cut = ConcurrentHashMap.newKeySet();
  private final AtomicInteger told = new AtomicInteger();
  private final AtomicInteger away = new AtomicInteger();
  private final Queue<String> broken = new ConcurrentLinkedQueue<>();
  private volatile boolean stopping;

  @Test
  void who_is_in_flight_is_answered_and_who_comes_is_told() throws IOException, SQLException {
    try (var arena = Arena.open();
        var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      arena.scenario(
          Map.of("path", "/pts/v2/payments"), Map.of("kind", "delay", "millis", 300), 1, 1);
      var life = arena.liveAsInstalled();
      var people = new Subscribers(arena);
      var customer = people.customer();
      var card = people.card(customer, "4111111111111111");
      for (var caller = 0; caller < CALLERS; caller++) {
        var _ = callers.submit(() -> charge(arena, customer, card));
      }
      await().atMost(PATIENCE).until(() -> answered.size() > ENOUGH);

      stopping = true;
      LOG.info("{} charges; now it is to stop", answered.size());
      assertThat(life.end()).as("the exit status of a graceful stop").isZero();
      LOG.info("it stopped");
      var begun = begun(arena);
      assertThat(answered).as("whose request was begun").containsAll(begun);

      var before = answered.size();
      try (var _ = arena.liveAsInstalled()) {
        stopping = false;
        await().atMost(PATIENCE).until(() -> answered.size() > before + ENOUGH);
        arena.gate.announceClosingTime();
        callers.shutdown();
        await().atMost(PATIENCE).until(callers::isTerminated);
        assertNothingLost(arena, begun);
      }
    }
  }

  private void assertNothingLost(Arena arena, Set<String> begun) {
    LOG.info(
        "{} charges, {} times told, {} times away, {} cut off",
        answered.size(),
        told,
        away,
        cut.size());
    assertThat(broken).as("requests that were taken and not answered").isEmpty();
    assertThat(cut).as("cut off and yet begun").doesNotContainAnyElementsOf(begun);
    assertThat(told).hasPositiveValue();
    assertThat(arena.ledger().path("data"))
        .filteredOn(movement -> movement.path("kind").asText().equals("sale"))
        .hasSize(answered.size());
  }

  private void charge(Arena arena, String customer, String card) {
    while (!arena.gate.isClosingTime()) {
      var key = UUID.randomUUID().toString();
      while (!isCharged(arena, customer, card, key)) {
        arena.gate.rest();
      }
      answered.add(key);
    }
  }

  private boolean isCharged(Arena arena, String customer, String card, String key) {
    try {
      var asked = Map.of("customer", customer, "payment_method", card, "amount", 1990);
      var answer = arena.caller.post(arena.path("/charges"), asked, key);
      if (answer.status() < 300) {
        return true;
      }
      if (answer.status() == 503 && answer.text("/code").equals("stopping")) {
        told.incrementAndGet();
      } else {
        broken.add(answer.toString());
      }
    } catch (UncheckedIOException e) {
      unanswered(key, String.valueOf(e.getCause()), e.getCause() instanceof ConnectException);
    }
    return false;
  }

  private void unanswered(String key, String problem, boolean nobodyThere) {
    if (nobodyThere) {
      away.incrementAndGet();
    } else if (stopping) {
      cut.add(key);
    } else {
      broken.add(problem);
    }
  }

  /// The keys of all charges there are.
  private static Set<String> begun(Arena arena) throws SQLException {
    var keys = new HashSet<String>();
    try (var connection =
            DriverManager.getConnection(arena.database.url(), "postgres", "postgres");
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT key FROM idempotency_claims WHERE resource_id LIKE 'ch\\_%'")) {
      while (rows.next()) {
        keys.add(rows.getString(1));
      }
    }
    return keys;
  }
}
