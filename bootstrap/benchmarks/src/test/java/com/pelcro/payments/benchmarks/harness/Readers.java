package com.pelcro.payments.benchmarks.harness;

import java.net.http.HttpClient;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Readers of the event feed who wait for what comes next, spread over all sites.
public final class Readers implements AutoCloseable {

  private static final int LIMIT = 100;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private Readers() {}

  /// Returns when every one of them has read all there is and waits.
  static Readers of(Arena arena, int count) throws InterruptedException {
    var readers = new Readers();
    var client = HttpClient.newHttpClient();
    var waiting = new CountDownLatch(count);
    for (var number = 0; number < count; number++) {
      var card = arena.card(number);
      var api = new Api(client, "http://127.0.0.1:" + arena.process(Arena.OURS).port(), card.key());
      readers.threads.execute(() -> visit(api, "/v1/sites/" + card.site() + "/events", waiting));
    }
    waiting.await();
    return readers;
  }

  private static void visit(Api api, String path, CountDownLatch waiting) {
    try {
      read(api, path, waiting);
    } catch (IllegalStateException e) {
      if (!Thread.currentThread().isInterrupted()) {
        throw e;
      }
    }
  }

  private static void read(Api api, String path, CountDownLatch waiting) {
    var after = "";
    var caughtUp = false;
    while (!Thread.currentThread().isInterrupted()) {
      var wait = caughtUp ? "&wait=20s" : "";
      var events = api.get(path + "?limit=" + LIMIT + wait + after).path("data");
      if (!events.isEmpty()) {
        after = "&after=" + events.get(events.size() - 1).path("id").asText();
      }
      if (!caughtUp && events.size() < LIMIT) {
        caughtUp = true;
        waiting.countDown();
      }
    }
  }

  @Override
  public void close() {
    var _ = threads.shutdownNow();
  }
}
