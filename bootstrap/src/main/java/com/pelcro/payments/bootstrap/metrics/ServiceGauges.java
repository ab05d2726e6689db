package com.pelcro.payments.bootstrap.metrics;

import com.pelcro.payments.application.StorageUnavailable;
import com.pelcro.payments.application.upkeep.Vitals;
import com.pelcro.payments.application.upkeep.Vitals.Signs;
import com.pelcro.payments.application.upkeep.Vitals.Waiting;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// Shows how the service as a whole is doing, whichever instance is asked. However often somebody
/// looks, the database is asked every few seconds at most.
public final class ServiceGauges {

  /// Whether the database was there to look at.
  public enum Look {
    SEEN,
    AWAY
  }

  private static final Duration FRESH = Duration.ofSeconds(5);

  private final Vitals vitals;
  private final InstantSource clock;
  private volatile @Nullable Signs signs;
  private Instant next = Instant.MIN;
  private Look last = Look.AWAY;

  public ServiceGauges(Vitals vitals, InstantSource clock, MeterRegistry meters) {
    this.vitals = vitals;
    this.clock = clock;
    waiting(meters, "payments.operations.open", "Operations without an answer", Signs::open);
    waiting(meters, "payments.renewals.due", "Renewals whose time has come", Signs::due);
    waiting(
        meters,
        "payments.events.hidden",
        "Events that readers of all sites cannot see yet",
        Signs::hidden);
    count(
        meters,
        "payments.renewals.processing",
        "Renewals that are being charged for",
        Signs::processing);
    count(meters, "payments.charges.attention", "Charges that wait for a person", Signs::attention);
    count(
        meters,
        "payments.differences.open",
        "Differences from the gateway's books that nobody has explained",
        Signs::differences);
  }

  /// Looks anew; without a database it shows what it saw last.
  public synchronized Look refresh() {
    var now = clock.instant();
    if (!now.isBefore(next)) {
      last = look(now);
      next = clock.instant().plus(FRESH);
    }
    return last;
  }

  private Look look(Instant now) {
    try {
      signs = vitals.signs(now);
      return Look.SEEN;
    } catch (StorageUnavailable _) {
      return Look.AWAY;
    }
  }

  private void waiting(
      MeterRegistry meters, String name, String description, Function<Signs, Waiting> part) {
    count(meters, name, description, seen -> part.apply(seen).count());
    var _ =
        TimeGauge.builder(
                name + ".age",
                this,
                TimeUnit.MILLISECONDS,
                gauges -> gauges.seen(now -> part.apply(now).eldest().toMillis()))
            .description(description + ": how long the eldest waits")
            .register(meters);
  }

  private void count(
      MeterRegistry meters, String name, String description, ToLongFunction<Signs> part) {
    var _ =
        Gauge.builder(name, this, gauges -> gauges.seen(part))
            .description(description)
            .register(meters);
  }

  private double seen(ToLongFunction<Signs> part) {
    var now = signs;
    return now == null ? Double.NaN : part.applyAsLong(now);
  }
}
