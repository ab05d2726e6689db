package com.pelcro.payments.application;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Lets many threads do the same thing at once.
public final class Together {

  private Together() {}

  /// What each of `threads` threads came to, all of them started before the first goes on. A thread
  /// that fails fails the test.
  public static <T> List<T> run(int threads, IntFunction<T> work) {
    var start = new CountDownLatch(threads);
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var futures =
          IntStream.range(0, threads)
              .mapToObj(number -> executor.submit(() -> started(start, number, work)))
              .toList();
      return futures.stream().map(Together::outcome).toList();
    }
  }

  private static <T> T started(CountDownLatch start, int number, IntFunction<T> work)
      throws InterruptedException {
    start.countDown();
    start.await();
    return work.apply(number);
  }

  private static <T> T outcome(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }
}
