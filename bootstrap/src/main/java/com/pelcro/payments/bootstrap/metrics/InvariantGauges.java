package com.pelcro.payments.bootstrap.metrics;

import com.pelcro.payments.application.StorageUnavailable;
import com.pelcro.payments.application.invariant.Invariant;
import com.pelcro.payments.application.invariant.InvariantChecks;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;

/// Shows what the last check of each invariant found, whichever instance made it; nothing of one
/// that was never checked.
public final class InvariantGauges {

  private static final String METER = "payments.invariant.violations";

  private final InvariantChecks checks;
  private volatile Map<Invariant, Long> counts = Map.of();

  public InvariantGauges(InvariantChecks checks, MeterRegistry meters) {
    this.checks = checks;
    for (var invariant : Invariant.values()) {
      var _ =
          Gauge.builder(METER, this, gauges -> gauges.count(invariant))
              .description("Rows of which an invariant is not true, by the last check")
              .tag("rule", invariant.code())
              .register(meters);
    }
  }

  /// Reads them anew; without a database they stay as they are.
  public void refresh() {
    try {
      counts = checks.counts();
    } catch (StorageUnavailable _) {
      // Readiness says so already.
    }
  }

  private double count(Invariant invariant) {
    var count = counts.get(invariant);
    return count == null ? Double.NaN : count;
  }
}
