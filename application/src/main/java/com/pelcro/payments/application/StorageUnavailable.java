package com.pelcro.payments.application;

/// The database cannot be asked now, or did not answer in time. What was being committed at that
/// moment may stand or not: asking again under the same idempotency key finds out.
public final class StorageUnavailable extends RuntimeException {

  public StorageUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
