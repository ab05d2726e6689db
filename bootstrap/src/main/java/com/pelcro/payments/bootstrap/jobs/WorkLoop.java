package com.pelcro.payments.bootstrap.jobs;

import com.pelcro.payments.application.StorageUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/// Works off what is claimed on this instance, a few at a time; every instance does.
final class WorkLoop<T> implements Job {

  private static final Logger LOG = LoggerFactory.getLogger(WorkLoop.class);
  private static final Duration GRACE = Duration.ofSeconds(30);

  /// What there is to do: claims it, up to a number, does one piece of it, and names that for the
  /// log.
  interface Work<T> {
    List<T> claim(int most);

    void work(T claimed);

    String name(T claimed);
  }

  private final String name;
  private final Work<T> work;
  private final Duration pause;
  private final Semaphore slots;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final Thread claims;

  /// @param pause the wait before looking again when there was nothing to do
  WorkLoop(String name, int atOnce, Duration pause, Work<T> work) {
    this.name = name;
    this.work = work;
    this.pause = pause;
    this.slots = new Semaphore(atOnce);
    this.claims = Thread.ofVirtual().name(name).unstarted(this::run);
  }

  @Override
  public void start() {
    claims.start();
  }

  @Override
  public void stop() {
    stopping.countDown();
    try {
      claims.join();
      workers.shutdown();
      if (!workers.awaitTermination(GRACE.toSeconds(), TimeUnit.SECONDS)) {
        LOG.warn("{} still waits for the gateway; another instance goes on with it", name);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (stopping.getCount() > 0) {
        slots.acquire();
        slots.release();
        var claimed = claim();
        claimed.forEach(this::begin);
        if (claimed.isEmpty()) {
          var _ = stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// As many as can be worked on right now: what waits here would only be waiting elsewhere.
  private List<T> claim() {
    try {
      return work.claim(Math.max(1, slots.availablePermits()));
    } catch (StorageUnavailable _) {
      LOG.warn("{} waits for the database", name);
      return List.of();
    }
  }

  private void begin(T claimed) {
    slots.acquireUninterruptibly();
    workers.execute(() -> work(claimed));
  }

  /// The edge: whatever fails is claimed again when its lease is over.
  private void work(T claimed) {
    try (var _ = MDC.putCloseable("job", name)) {
      work.work(claimed);
    } catch (StorageUnavailable _) {
      LOG.warn("{} waits for the database", work.name(claimed));
    } catch (RuntimeException e) {
      LOG.error("{} could not be worked on", work.name(claimed), e);
    } finally {
      slots.release();
    }
  }
}
