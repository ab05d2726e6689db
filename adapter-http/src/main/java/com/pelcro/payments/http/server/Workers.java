package com.pelcro.payments.http.server;

import com.pelcro.payments.http.HttpSettings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Virtual threads for calls, and how many there may be at once.
@Singleton
public final class Workers implements AutoCloseable {

  /// Whether there was room.
  enum Room {
    TAKEN,
    NONE
  }

  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("call-", 0).factory());
  private final int mostCalls;
  private final Semaphore calls;
  private final Semaphore waits;

  @Inject
  public Workers(HttpSettings settings) {
    this.mostCalls = settings.mostCalls();
    this.calls = new Semaphore(settings.mostCalls());
    this.waits = new Semaphore(settings.mostWaits());
  }

  /// Runs a call, unless there are as many of its pace as there may be: those who wait take no room
  /// from those who do not.
  Room run(Pace pace, Runnable call) {
    var room = pace == Pace.WAITING ? waits : calls;
    if (!room.tryAcquire()) {
      return Room.NONE;
    }
    threads.execute(
        () -> {
          try {
            call.run();
          } finally {
            room.release();
          }
        });
    return Room.TAKEN;
  }

  /// How many calls are worked on right now.
  public int calling() {
    return mostCalls - calls.availablePermits();
  }

  /// How many there may be.
  public int mostCalls() {
    return mostCalls;
  }

  /// Runs what has to be answered however much there is to do, such as a health check.
  void runAnyway(Runnable call) {
    threads.execute(call);
  }

  /// Waits for calls to end, and interrupts those that do not in their time.
  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(HttpService.GRACE.toSeconds(), TimeUnit.SECONDS)) {
        var _ = threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      var _ = threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
