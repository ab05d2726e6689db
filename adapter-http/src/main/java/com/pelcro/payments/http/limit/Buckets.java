package com.pelcro.payments.http.limit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/// A token bucket for each name. Each instance counts for itself, and forgets the names that were
/// quiet longest when there are too many.
public final class Buckets {

  private static final int MOST_NAMES = 10_000;

  private final TimeMeter clock;
  private final long capacity;
  private final long refilled;
  private final Duration during;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > MOST_NAMES;
        }
      };

  /// Buckets of a capacity, into which so much is refilled, evenly, during a time.
  public Buckets(InstantSource clock, long capacity, long refilled, Duration during) {
    this.clock = new Clock(clock);
    this.capacity = capacity;
    this.refilled = refilled;
    this.during = during;
  }

  /// The bucket of a name.
  public synchronized Bucket of(String name) {
    return buckets.computeIfAbsent(name, _ -> fresh());
  }

  private Bucket fresh() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(capacity).refillGreedy(refilled, during))
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
