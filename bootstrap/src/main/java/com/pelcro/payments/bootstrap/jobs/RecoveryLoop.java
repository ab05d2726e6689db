package com.pelcro.payments.bootstrap.jobs;

import com.pelcro.payments.application.StorageUnavailable;
import com.pelcro.payments.application.operation.Claimed;
import com.pelcro.payments.application.recovery.RecoverLostAnswers;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks for lost answers on this instance, a few at a time; every instance does.
public final class RecoveryLoop implements Job {

  private static final Logger LOG = LoggerFactory.getLogger(RecoveryLoop.class);
  private static final int AT_ONCE = 16;
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration GRACE = Duration.ofSeconds(30);

  private final RecoverLostAnswers recovery;
  private final Semaphore slots = new Semaphore(AT_ONCE);
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final ExecutorService looks = Executors.newVirtualThreadPerTaskExecutor();
  private final Thread claims = Thread.ofVirtual().name("recovery").unstarted(this::run);

  @Inject
  public RecoveryLoop(RecoverLostAnswers recovery) {
    this.recovery = recovery;
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
      looks.shutdown();
      if (!looks.awaitTermination(GRACE.toSeconds(), TimeUnit.SECONDS)) {
        LOG.warn("recovery is still waiting for the gateway; another instance goes on with it");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      do {
        claim().forEach(this::look);
      } while (!stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// As many as can be looked at right now: what waits here would only be waiting elsewhere.
  private List<Claimed> claim() {
    var free = slots.availablePermits();
    if (free == 0) {
      return List.of();
    }
    try {
      return recovery.claim(free);
    } catch (StorageUnavailable _) {
      LOG.warn("recovery waits for the database");
      return List.of();
    }
  }

  private void look(Claimed claimed) {
    slots.acquireUninterruptibly();
    looks.execute(() -> recover(claimed));
  }

  /// The edge: whatever fails is claimed again when its lease is over.
  private void recover(Claimed claimed) {
    try {
      recovery.recover(claimed);
    } catch (StorageUnavailable _) {
      LOG.warn("{} waits for the database", claimed.operation().id());
    } catch (RuntimeException e) {
      LOG.error("{} could not be looked at", claimed.operation().id(), e);
    } finally {
      slots.release();
    }
  }
}
