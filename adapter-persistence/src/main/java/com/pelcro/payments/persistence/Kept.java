package com.pelcro.payments.persistence;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// What was read of the settings, kept for as long as it is certain that none of them changed. What
/// is not there is looked for every time.
public final class Kept<K, V> {

  private static final long MOST = 20_000;

  /// Should a change ever go untold, which no known fault leads to.
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private record Entry<V>(long changes, V value) {}

  private final LongSupplier changes;
  private final Cache<K, Entry<V>> entries =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LONGEST).build();

  Kept(LongSupplier changes) {
    this.changes = changes;
  }

  /// The value, from memory or by this reading.
  public Optional<V> find(K key, Supplier<Optional<V>> reading) {
    var now = changes.getAsLong();
    if (now == SettingsWatch.UNSURE) {
      return reading.get();
    }
    var entry = entries.getIfPresent(key);
    return entry != null && entry.changes() == now
        ? Optional.of(entry.value())
        : read(key, now, reading);
  }

  /// Counted before it was read: a change that came in between makes the entry worthless.
  private Optional<V> read(K key, long before, Supplier<Optional<V>> reading) {
    var found = reading.get();
    found.ifPresent(value -> entries.put(key, new Entry<>(before, value)));
    return found;
  }
}
