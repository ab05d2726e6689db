package com.pelcro.payments.bootstrap.metrics;

import com.pelcro.payments.http.server.RequestWatch;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.time.Duration;
import java.util.Set;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/// Counts, times and traces requests. Its labels are routes, methods and classes of status, so what
/// strangers ask for makes no new series.
public final class RequestMeter implements RequestWatch {

  private static final String METER = "payments.http.requests";
  private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

  /// Where the histograms of requests and of calls to gateways are cut.
  static final Duration[] STEPS = {
    Duration.ofMillis(25),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofMillis(2500),
    Duration.ofSeconds(5),
    Duration.ofSeconds(10),
    Duration.ofSeconds(30)
  };

  private final MeterRegistry meters;
  private final Tracer tracer;

  public RequestMeter(MeterRegistry meters, Tracer tracer) {
    this.meters = meters;
    this.tracer = tracer;
  }

  @Override
  public void work(Asked asked, IntSupplier work) {
    var span = span(asked);
    try (var _ = span.makeCurrent()) {
      var status = work.getAsInt();
      span.setAttribute("http.response.status_code", status);
      if (status >= 500) {
        span.setStatus(StatusCode.ERROR);
      }
    } finally {
      span.end();
    }
  }

  @Override
  public void answered(Answered answered) {
    Timer.builder(METER)
        .description("Requests")
        .tags(
            "method",
            method(answered.method()),
            "route",
            answered.route(),
            "status",
            answered.status() / 100 + "xx")
        .serviceLevelObjectives(STEPS)
        .register(meters)
        .record(answered.took());
  }

  private static String method(String sent) {
    return METHODS.contains(sent) ? sent : "other";
  }

  private Span span(Asked asked) {
    var parent =
        W3CTraceContextPropagator.getInstance().extract(Context.root(), asked, Sent.PARENT);
    var span =
        tracer
            .spanBuilder(method(asked.method()) + " " + asked.route())
            .setParent(parent)
            .setSpanKind(SpanKind.SERVER)
            .setAttribute("http.request.method", method(asked.method()))
            .setAttribute("http.route", asked.route())
            .setAttribute("payments.request_id", asked.requestId())
            .startSpan();
    return asked.site() == null ? span : span.setAttribute("payments.site", asked.site());
  }

  /// The one header of theirs that is looked at.
  private enum Sent implements TextMapGetter<Asked> {
    PARENT;

    @Override
    public @Nullable String get(@Nullable Asked asked, String key) {
      return asked != null && key.equals("traceparent") ? asked.traceParent() : null;
    }
  }
}
