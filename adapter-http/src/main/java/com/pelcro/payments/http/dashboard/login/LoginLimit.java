package com.pelcro.payments.http.dashboard.login;

import com.pelcro.payments.http.limit.Buckets;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;

/// How often one address may try a key that turns out wrong.
@Singleton
public final class LoginLimit {

  /// What may fail in [#WHILE].
  public static final int TRIES = 10;

  static final Duration WHILE = Duration.ofMinutes(10);

  private final Buckets buckets;

  @Inject
  public LoginLimit(InstantSource clock) {
    this.buckets = new Buckets(clock, TRIES, TRIES, WHILE);
  }

  /// Counts a try before it is looked at, so that many at once are no way around.
  boolean admits(String address) {
    return buckets.of(address).tryConsume(1);
  }

  /// A good key does not count.
  void forgive(String address) {
    buckets.of(address).addTokens(1);
  }
}
