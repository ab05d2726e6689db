package com.pelcro.payments.bootstrap.metrics;

import com.pelcro.payments.application.event.FeedWatch;
import com.pelcro.payments.http.server.Workers;
import com.pelcro.payments.persistence.Database;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;

/// What this instance is made of: its pool, its event loop, its calls, its process.
public final class Measures {

  private final Database database;
  private final Vertx vertx;
  private final Workers workers;
  private final FeedWatch feed;

  @Inject
  public Measures(Database database, Vertx vertx, Workers workers, FeedWatch feed) {
    this.database = database;
    this.vertx = vertx;
    this.workers = workers;
    this.feed = feed;
  }

  /// Begins to measure; once for an instance.
  public void begin(MeterRegistry meters) {
    database.measuredBy(new MicrometerMetricsTrackerFactory(meters));
    LoopLag.watch(vertx, meters);
    gauges(meters);
    new JvmMemoryMetrics().bindTo(meters);
    new JvmThreadMetrics().bindTo(meters);
    new ProcessorMetrics().bindTo(meters);
    new FileDescriptorMetrics().bindTo(meters);
    new UptimeMetrics().bindTo(meters);
  }

  private void gauges(MeterRegistry meters) {
    var _ =
        Gauge.builder("payments.http.calls", workers, Workers::calling)
            .description("Calls that are worked on")
            .register(meters);
    var _ =
        Gauge.builder("payments.http.calls.most", workers, Workers::mostCalls)
            .description("Calls there may be at once; more are answered 429")
            .register(meters);
    var _ =
        Gauge.builder("payments.feed.waiting", feed, FeedWatch::waiting)
            .description("Readers of events that wait for the next one")
            .register(meters);
  }
}
