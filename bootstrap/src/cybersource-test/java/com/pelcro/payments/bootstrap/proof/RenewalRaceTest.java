package com.pelcro.payments.bootstrap.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.pelcro.payments.bootstrap.journey.Answer;
import com.pelcro.payments.bootstrap.journey.Caller;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Everybody wants one period paid at once: two service processes whose retry is due, sixteen
/// people who collect it by hand, and the subscriber, who changes his card.
class RenewalRaceTest {

  private static final int ROUNDS = Integer.getInteger("renewal.rounds", 12);
  private static final int WORKERS = 16;
  private static final Duration LONG_ENOUGH = Duration.ofMinutes(1);
  private static final int NO_LIMIT = Integer.MAX_VALUE;

  @Test
  void a_period_is_paid_once_whoever_asks_and_however_often()
      throws IOException, SQLException, InterruptedException {
    try (var arena = Arena.open();
        var _ = arena.live("");
        var _ = arena.beside()) {
      var people = new Subscribers(arena);
      var customer = people.customer();
      var cards =
          List.of(
              people.card(customer, "4111111111111111"), people.card(customer, "5555555555554444"));
      for (var round = 1; round <= ROUNDS; round++) {
        race(arena, people, people.subscription(customer, cards.getFirst(), 100L + round), cards);
        assertThat(people.sales()).as("after round %s", round).hasSize(round);
        assertThat(people.sales().values()).containsOnly(1L);
      }
      var _ = new Balance(arena).check();
    }
  }

  private static void race(Arena arena, Subscribers people, String subscription, List<String> cards)
      throws SQLException, InterruptedException {
    decline(arena);
    assertThat(people.fallDue(NO_LIMIT, 1)).isEqualTo(1);
    await().atMost(LONG_ENOUGH).until(() -> people.states(1).containsKey("retrying"));
    var path = arena.path("/subscriptions/" + subscription);
    var answers = atOnce(arena, people, path, cards);
    await().atMost(LONG_ENOUGH).until(() -> people.states(1).keySet().equals(Set.of("paid")));
    assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(200, 201, 202, 409));
    assertThat(answers.stream().filter(answer -> answer.status() < 300).count())
        .as("who collected it by hand")
        .isLessThanOrEqualTo(1);
  }

  /// The answers of those who collected by hand.
  private static List<Answer> atOnce(
      Arena arena, Subscribers people, String path, List<String> cards)
      throws InterruptedException {
    var go = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var hands =
          IntStream.range(0, WORKERS)
              .mapToObj(
                  number ->
                      threads.submit(
                          after(go, () -> caller(arena, number).post(path + "/renew", Map.of()))))
              .toList();
      var _ = threads.submit(after(go, () -> people.fallDue(NO_LIMIT, 1)));
      var changes =
          IntStream.range(0, 4)
              .mapToObj(
                  number ->
                      threads.submit(
                          after(
                              go,
                              () ->
                                  caller(arena, number)
                                      .patch(
                                          path, Map.of("payment_method", cards.get(number % 2))))))
              .toList();
      go.countDown();
      assertThat(changes).allSatisfy(change -> assertThat(got(change).status()).isIn(200, 409));
      return hands.stream().map(RenewalRaceTest::got).toList();
    }
  }

  private static Caller caller(Arena arena, int number) {
    return number % 2 == 0 ? arena.caller : arena.besideCaller;
  }

  private static <T> Callable<T> after(CountDownLatch go, Callable<T> what) {
    return () -> {
      go.await();
      return what.call();
    };
  }

  private static Answer got(Future<Answer> answer) {
    try {
      return answer.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new AssertionError("a call failed", e.getCause());
    }
  }

  /// The next sale is declined, and may work later.
  private static void decline(Arena arena) {
    var scenario =
        Map.of(
            "match", Map.of("path", "/pts/v2/payments"),
            "effect", Map.of("kind", "decline", "reason", "INSUFFICIENT_FUND"),
            "times", 1);
    var _ = Arena.ok(arena.gatewayCaller().post("/simulator/scenarios", scenario));
  }
}
