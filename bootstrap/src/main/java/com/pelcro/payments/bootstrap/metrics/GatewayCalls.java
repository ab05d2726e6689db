package com.pelcro.payments.bootstrap.metrics;

import com.pelcro.payments.domain.operation.OperationId;
import com.pelcro.payments.domain.operation.References;
import com.pelcro.payments.domain.site.GatewayId;
import com.pelcro.payments.domain.site.SiteId;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Counts, times and traces calls to one gateway, by operation and by what came of them.
public final class GatewayCalls {

  private static final String METER = "payments.gateway.calls";
  private static final String DECLINES = "payments.gateway.declines";

  /// Whose call it is, and under which of our references it is asked, if under one.
  record About(SiteId site, @Nullable References references) {}

  private final GatewayId gateway;
  private final MeterRegistry meters;
  private final Tracer tracer;

  public GatewayCalls(GatewayId gateway, MeterRegistry meters, Tracer tracer) {
    this.gateway = gateway;
    this.meters = meters;
    this.tracer = tracer;
  }

  /// Makes a call; every answer is a record of a sealed family, so there are few outcomes.
  <T> T watch(String operation, About about, Supplier<T> call, Function<? super T, ?> answer) {
    var span = span(operation, about);
    var running = Timer.start(meters);
    try (var _ = span.makeCurrent()) {
      var heard = call.get();
      var outcome = outcome(answer.apply(heard));
      running.stop(timer(operation, outcome));
      span.setAttribute("payments.outcome", outcome);
      return heard;
    } finally {
      span.end();
    }
  }

  void declined(String code) {
    meters.counter(DECLINES, "gateway", gateway.value(), "code", code).increment();
  }

  private Span span(String operation, About about) {
    var span =
        tracer
            .spanBuilder("gateway " + operation)
            .setSpanKind(SpanKind.CLIENT)
            .setAttribute("payments.gateway", gateway.value())
            .setAttribute("payments.site", about.site().value())
            .startSpan();
    if (about.references() != null) {
      References.operation(about.references().code())
          .map(OperationId::value)
          .ifPresent(id -> span.setAttribute("payments.operation_id", id));
    }
    return span;
  }

  private Timer timer(String operation, String outcome) {
    return Timer.builder(METER)
        .description("Calls to the gateway")
        .tags("gateway", gateway.value(), "operation", operation, "outcome", outcome)
        .serviceLevelObjectives(RequestMeter.STEPS)
        .register(meters);
  }

  private static String outcome(Object answer) {
    var name = answer instanceof Enum<?> one ? one.name() : answer.getClass().getSimpleName();
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }
}
