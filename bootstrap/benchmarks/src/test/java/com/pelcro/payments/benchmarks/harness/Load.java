package com.pelcro.payments.benchmarks.harness;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;

/// So many callers, each with a connection of its own, who ask again as soon as they are answered.
public final class Load implements AutoCloseable {

  /// A request; sent once.
  public record Request(int port, String path, Map<String, String> headers, String body) {}

  /// What came of it; latencies are sorted, in nanoseconds.
  public record Outcome(long[] nanos, double seconds, long refused, String firstRefusal) {

    public double perSecond() {
      return nanos.length / seconds;
    }

    public double millis(double quantile) {
      return nanos.length == 0
          ? Double.NaN
          : nanos[(int) Math.min(nanos.length - 1, Math.floor(quantile * nanos.length))] / 1e6;
    }
  }

  private final Vertx vertx = Vertx.vertx();

  /// Asks for so many seconds.
  public Outcome during(double seconds, int callers, IntFunction<Request> requests) {
    var end = System.nanoTime() + (long) (seconds * 1e9);
    return run(callers, requests, _ -> System.nanoTime() < end);
  }

  /// Asks so many times.
  public Outcome times(int times, int callers, IntFunction<Request> requests) {
    return run(callers, requests, asked -> asked < times);
  }

  private interface Goes {
    boolean on(int asked);
  }

  private Outcome run(int callers, IntFunction<Request> requests, Goes goes) {
    var client =
        vertx.createHttpClient(
            new HttpClientOptions().setKeepAliveTimeout(300),
            new PoolOptions().setHttp1MaxSize(callers));
    var run = new Run(client, requests, goes, new CountDownLatch(callers));
    var began = System.nanoTime();
    for (var caller = 0; caller < callers; caller++) {
      run.next();
    }
    try {
      run.ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    var seconds = (System.nanoTime() - began) / 1e9;
    client.close();
    var nanos = run.nanos.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(nanos);
    return new Outcome(nanos, seconds, run.refused.get(), run.firstRefusal);
  }

  private static final class Run {

    final HttpClient client;
    final IntFunction<Request> requests;
    final Goes goes;
    final CountDownLatch ended;
    final AtomicInteger asked = new AtomicInteger();
    final AtomicLong refused = new AtomicLong();
    final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
    volatile String firstRefusal = "";

    Run(HttpClient client, IntFunction<Request> requests, Goes goes, CountDownLatch ended) {
      this.client = client;
      this.requests = requests;
      this.goes = goes;
      this.ended = ended;
    }

    void next() {
      var number = asked.getAndIncrement();
      if (!goes.on(number)) {
        ended.countDown();
        return;
      }
      var request = requests.apply(number);
      var began = System.nanoTime();
      var options =
          new RequestOptions()
              .setMethod(HttpMethod.POST)
              .setHost("127.0.0.1")
              .setPort(request.port())
              .setURI(request.path());
      request.headers().forEach(options::putHeader);
      var _ =
          client
              .request(options)
              .compose(one -> one.send(Buffer.buffer(request.body())))
              .compose(
                  response ->
                      response.body().map(body -> response.statusCode() + " " + body.toString()))
              .onComplete(
                  answer -> {
                    if (answer.startsWith("201")) {
                      var _ = nanos.add(System.nanoTime() - began);
                    } else {
                      refuse(answer);
                    }
                    next();
                  },
                  failure -> {
                    refuse(failure.toString());
                    next();
                  });
    }

    private void refuse(String why) {
      if (refused.getAndIncrement() == 0) {
        firstRefusal = why;
      }
    }
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
