package com.pelcro.payments.http.dashboard.login;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/// How often one address may try a key that turns out wrong. Each instance counts for itself, and
/// forgets the addresses that were quiet longest when there are too many.
@Singleton
public final class LoginLimit {

  /// What may fail in [#WHILE].
  public static final int TRIES = 10;

  static final Duration WHILE = Duration.ofMinutes(10);
  private static final int MOST_ADDRESSES = 10_000;

  private final TimeMeter clock;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > MOST_ADDRESSES;
        }
      };

  @Inject
  public LoginLimit(InstantSource clock) {
    this.clock = new Clock(clock);
  }

  /// Counts a try before it is looked at, so that many at once are no way around.
  boolean admits(String address) {
    return bucket(address).tryConsume(1);
  }

  /// A good key does not count.
  void forgive(String address) {
    bucket(address).addTokens(1);
  }

  private synchronized Bucket bucket(String address) {
    return buckets.computeIfAbsent(address, _ -> fresh());
  }

  private Bucket fresh() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(TRIES).refillGreedy(TRIES, WHILE))
        .withCustomTimePrecision(clock)
        .build();
  }

  private record Clock(InstantSource source) implements TimeMeter {

    @Override
    public long currentTimeNanos() {
      return source.millis() * 1_000_000;
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
