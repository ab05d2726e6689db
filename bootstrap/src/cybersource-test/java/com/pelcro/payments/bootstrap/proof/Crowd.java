package com.pelcro.payments.bootstrap.proof;

import com.pelcro.payments.domain.operation.OperationKind;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Many shoppers at once, who do one thing more often than others.
final class Crowd implements AutoCloseable {

  /// What the crowd's whims follow from; short, so that no one takes it for a card number.
  static final long SEED =
      Long.getLong("chaos.seed", ThreadLocalRandom.current().nextLong(1_000_000_000));

  private final Arena arena;
  private final AtomicReference<OperationKind> fashion =
      new AtomicReference<>(OperationKind.CHARGE);
  private final LongAdder visits = new LongAdder();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Future<?>> shoppers;

  Crowd(Arena arena, int size, long seed) {
    this.arena = arena;
    Stream<Future<?>> started =
        IntStream.range(0, size)
            .mapToObj(
                number ->
                    threads.submit(
                        new Shopper(arena, seed + number, fashion::get, visits::increment)));
    this.shoppers = started.toList();
  }

  void favour(OperationKind kind) {
    fashion.set(kind);
  }

  /// How often somebody did what he came for.
  long visits() {
    return visits.sum();
  }

  /// Lets everybody finish what they are about, and go home.
  void goHome() {
    arena.gate.announceClosingTime();
    for (var shopper : shoppers) {
      try {
        shopper.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      } catch (ExecutionException e) {
        throw new AssertionError("a shopper gave up", e.getCause());
      }
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
