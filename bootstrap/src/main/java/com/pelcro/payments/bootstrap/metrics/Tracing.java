package com.pelcro.payments.bootstrap.metrics;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where spans go: to a collector by OTLP, or nowhere at all.
public final class Tracing implements AutoCloseable {

  private static final String SCOPE = "com.pelcro.payments";

  private final OpenTelemetry telemetry;

  private Tracing(OpenTelemetry telemetry) {
    this.telemetry = telemetry;
  }

  /// Without an address nothing is made, no thread and no connection. With one the other standard
  /// variables (`OTEL_…`) are heeded too.
  public static Tracing to(@Nullable URI collector) {
    return new Tracing(collector == null ? OpenTelemetry.noop() : sdk(collector));
  }

  private static OpenTelemetrySdk sdk(URI collector) {
    return AutoConfiguredOpenTelemetrySdk.builder()
        .addPropertiesSupplier(
            () ->
                Map.of(
                    "otel.service.name", "pelcro-payments",
                    "otel.exporter.otlp.protocol", "http/protobuf",
                    "otel.metrics.exporter", "none",
                    "otel.logs.exporter", "none"))
        .addPropertiesCustomizer(_ -> Map.of("otel.exporter.otlp.endpoint", collector.toString()))
        .disableShutdownHook()
        .build()
        .getOpenTelemetrySdk();
  }

  public Tracer tracer() {
    return telemetry.getTracer(SCOPE);
  }

  /// Sends what is still to be sent.
  @Override
  public void close() {
    if (telemetry instanceof OpenTelemetrySdk sdk) {
      sdk.close();
    }
  }
}
