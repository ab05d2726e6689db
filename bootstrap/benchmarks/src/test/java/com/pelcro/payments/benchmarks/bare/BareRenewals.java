package com.pelcro.payments.benchmarks.bare;

import com.pelcro.payments.benchmarks.bare.BareStore.Due;
import java.io.IOException;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/// Works off what is due, 32 at once.
final class BareRenewals {

  private static final int AT_ONCE = 32;
  private static final long PAUSE_MILLIS = 500;

  private final BareStore store;
  private final BareGateway gateway;
  private final Semaphore slots = new Semaphore(AT_ONCE);

  BareRenewals(BareStore store, BareGateway gateway) {
    this.store = store;
    this.gateway = gateway;
  }

  void start() {
    var _ = Thread.ofVirtual().start(this::run);
  }

  private void run() {
    try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
      while (true) {
        slots.acquire();
        slots.release();
        var claimed = store.claim(Math.max(1, slots.availablePermits()));
        for (var due : claimed) {
          slots.acquire();
          workers.execute(() -> renew(due));
        }
        if (claimed.isEmpty()) {
          Thread.sleep(PAUSE_MILLIS);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void renew(Due due) {
    try {
      var charge = "ch_" + UUID.randomUUID();
      var operation = "op_" + UUID.randomUUID();
      store.beginRenewal(due, charge, operation);
      var transaction = gateway.sale(operation, due.amount(), "EUR");
      store.finishRenewal(due, charge, operation, transaction);
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(e);
    } finally {
      slots.release();
    }
  }
}
