package com.pelcro.payments.bootstrap.wiring;

import com.pelcro.payments.application.event.EventLog;
import com.pelcro.payments.application.invariant.InvariantChecks;
import com.pelcro.payments.application.upkeep.Vitals;
import com.pelcro.payments.bootstrap.Config;
import com.pelcro.payments.bootstrap.metrics.InvariantGauges;
import com.pelcro.payments.bootstrap.metrics.Measures;
import com.pelcro.payments.bootstrap.metrics.MeteredEventLog;
import com.pelcro.payments.bootstrap.metrics.RequestMeter;
import com.pelcro.payments.bootstrap.metrics.ServiceGauges;
import com.pelcro.payments.bootstrap.metrics.Tracing;
import com.pelcro.payments.http.ops.Metrics;
import com.pelcro.payments.http.server.RequestWatch;
import com.pelcro.payments.persistence.event.JdbiEventLog;
import dagger.Module;
import dagger.Provides;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// Meters and traces.
@Module
final class WatchModule {

  private WatchModule() {}

  @Provides
  @Singleton
  static PrometheusMeterRegistry meters(Measures measures) {
    var meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    measures.begin(meters);
    return meters;
  }

  @Provides
  @Singleton
  static Tracing tracing(Config config) {
    return Tracing.to(config.traceCollector());
  }

  @Provides
  @Singleton
  static RequestWatch requests(PrometheusMeterRegistry meters, Tracing tracing) {
    return new RequestMeter(meters, tracing.tracer());
  }

  @Provides
  static EventLog eventLog(JdbiEventLog log, PrometheusMeterRegistry meters) {
    return new MeteredEventLog(log, meters);
  }

  @Provides
  @Singleton
  static InvariantGauges invariants(InvariantChecks checks, PrometheusMeterRegistry meters) {
    return new InvariantGauges(checks, meters);
  }

  @Provides
  @Singleton
  static ServiceGauges service(Vitals vitals, InstantSource clock, PrometheusMeterRegistry meters) {
    return new ServiceGauges(vitals, clock, meters);
  }

  /// Without a database one wait for it is enough.
  @Provides
  static Metrics metrics(
      PrometheusMeterRegistry meters, InvariantGauges invariants, ServiceGauges service) {
    return () -> {
      if (service.refresh() == ServiceGauges.Look.SEEN) {
        invariants.refresh();
      }
      return meters.scrape();
    };
  }
}
