package com.pelcro.payments.bootstrap.proof;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Lets shoppers through while the service lives, and tells them when to go home.
final class Gate {

  private static final long MILLIS = 50;

  private final CountDownLatch closingTime = new CountDownLatch(1);
  private volatile boolean open;

  void open() {
    open = true;
  }

  void shut() {
    open = false;
  }

  void announceClosingTime() {
    closingTime.countDown();
  }

  boolean isClosingTime() {
    return closingTime.getCount() == 0;
  }

  /// Returns when the service lives.
  void pass() {
    while (!open) {
      rest();
    }
  }

  /// Between two looks at something that nobody tells of.
  void rest() {
    try {
      var _ = new CountDownLatch(1).await(MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
