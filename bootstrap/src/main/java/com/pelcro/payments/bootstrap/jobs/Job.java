package com.pelcro.payments.bootstrap.jobs;

/// Something that goes on as long as the service runs.
public interface Job {

  /// Begins, and returns at once.
  void start();

  /// Begins nothing new, and returns when what was begun is over or has had its time.
  void stop();
}
