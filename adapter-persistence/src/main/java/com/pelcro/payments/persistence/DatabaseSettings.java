package com.pelcro.payments.persistence;

import com.pelcro.payments.domain.site.SharedSecret;
import java.time.Duration;

/// Where the database is, as whom to speak to it, how many connections to keep at most, and how
/// long whoever wants one waits until one is free.
public record DatabaseSettings(
    String url, String user, SharedSecret password, int poolSize, Duration longestWait) {

  public static final Duration USUAL_WAIT = Duration.ofSeconds(5);

  /// With the usual wait.
  public DatabaseSettings(String url, String user, SharedSecret password, int poolSize) {
    this(url, user, password, poolSize, USUAL_WAIT);
  }

  public DatabaseSettings {
    if (poolSize < 1) {
      throw new IllegalArgumentException("a pool has at least one connection");
    }
  }
}
