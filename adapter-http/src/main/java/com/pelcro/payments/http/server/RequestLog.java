package com.pelcro.payments.http.server;

import com.pelcro.payments.http.access.Caller;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.spi.LoggingEventBuilder;

/// Writes one line for each request: never its body, its key, its query, or its path as it was
/// sent. While a request is worked on, whatever is logged on its thread belongs to it.
public final class RequestLog {

  private static final Logger LOG = LoggerFactory.getLogger("com.pelcro.payments.http.requests");
  private static final String REQUEST_ID = "request_id";

  private final RequestWatch watch;

  @Inject
  public RequestLog(RequestWatch watch) {
    this.watch = watch;
  }

  /// Runs a request's work, which says with what status it ends.
  void work(Visit visit, String template, @Nullable String site, IntSupplier work) {
    var request = visit.request();
    var asked =
        new RequestWatch.Asked(
            request.method().name(),
            template,
            visit.requestId(),
            site,
            request.getHeader("traceparent"));
    try (var _ = MDC.putCloseable(REQUEST_ID, visit.requestId())) {
      watch.work(asked, work);
    }
  }

  /// `template` is the route's path with its parameters in braces.
  void answered(
      Visit visit, String template, int status, @Nullable Caller caller, @Nullable String site) {
    var method = visit.request().method().name();
    var took = visit.milliseconds();
    watch.answered(new RequestWatch.Answered(method, template, status, Duration.ofMillis(took)));
    var line =
        LOG.atInfo()
            .addKeyValue("method", method)
            .addKeyValue("route", template)
            .addKeyValue("status", status)
            .addKeyValue("duration_ms", took)
            .addKeyValue(REQUEST_ID, visit.requestId())
            .addKeyValue("caller", caller == null ? "-" : caller.kind())
            .addKeyValue("site", site == null ? "-" : site);
    asked(asked(line, "operation_id"), "correlation_id").log("answered");
  }

  /// What the gateway was asked last for this request, and what it calls that.
  private static LoggingEventBuilder asked(LoggingEventBuilder line, String name) {
    var value = MDC.get(name);
    return value == null ? line : line.addKeyValue(name, value);
  }

  /// A fault of ours, under the request's id.
  void failed(Visit visit, String template, RuntimeException fault) {
    LOG.atError()
        .addKeyValue("route", template)
        .addKeyValue(REQUEST_ID, visit.requestId())
        .setCause(fault)
        .log("failed");
  }
}
