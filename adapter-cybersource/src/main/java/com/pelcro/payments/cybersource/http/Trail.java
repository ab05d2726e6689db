package com.pelcro.payments.cybersource.http;

import com.fasterxml.jackson.databind.node.TextNode;
import com.pelcro.payments.cybersource.json.Redaction;
import com.pelcro.payments.domain.gateway.Evidence;
import com.pelcro.payments.domain.operation.OperationId;
import com.pelcro.payments.domain.operation.References;
import com.pelcro.payments.domain.site.SiteId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/// Times the calls of one operation, writes a line about each to the log, and keeps what was seen,
/// without secrets.
final class Trail {

  private static final Logger LOG = LoggerFactory.getLogger(Trail.class);
  private static final Pattern CORRELATION = Pattern.compile("[\\w-]{1,64}");

  private final SiteId site;
  private final String operation;
  private final String reference;
  private final Duration timeout;
  private final long began = System.nanoTime();
  private final List<Evidence> seen = new ArrayList<>();

  Trail(SiteId site, String operation, String reference, Duration timeout) {
    this.site = site;
    this.operation = operation;
    this.reference = reference;
    this.timeout = timeout;
  }

  /// Runs a call with the time that is left, if any is.
  Exchange watch(Request request, Function<Duration, Received> call) {
    var start = System.nanoTime();
    var left = timeout.minusNanos(start - began);
    var received = left.isPositive() ? call.apply(left) : Received.notSent("no time is left");
    var took = Duration.ofNanos(System.nanoTime() - start);
    note(request, received, took);
    return received.exchange();
  }

  Evidence evidence() {
    return seen.size() == 1 ? seen.getFirst() : together();
  }

  private void note(Request request, Received received, Duration took) {
    var correlation = correlation(received);
    log(request, received, correlation, took);
    seen.add(
        new Evidence(
            asked(request),
            answered(received.exchange()),
            status(received.exchange()),
            correlation,
            took));
  }

  /// With the request it is made for. What is logged on this thread from here on, such as the line
  /// about that request, is about this operation.
  private void log(
      Request request, Received received, @Nullable String correlation, Duration took) {
    about("operation_id", operationId());
    about("correlation_id", correlation);
    LOG.atInfo()
        .addKeyValue("operation", operation)
        .addKeyValue("method", request.method())
        .addKeyValue("path", request.route().template())
        .addKeyValue("outcome", outcome(received.exchange()))
        .addKeyValue("duration_ms", took.toMillis())
        .addKeyValue("site", site.value())
        .addKeyValue("operation_id", Objects.requireNonNullElse(operationId(), "-"))
        .addKeyValue("correlation_id", Objects.requireNonNullElse(correlation, "-"))
        .addKeyValue("request_id", Objects.requireNonNullElse(MDC.get("request_id"), "-"))
        .log("gateway call");
  }

  private static void about(String name, @Nullable String value) {
    if (value == null) {
      MDC.remove(name);
    } else {
      MDC.put(name, value);
    }
  }

  private @Nullable String operationId() {
    return References.operation(reference).map(OperationId::value).orElse(null);
  }

  private Evidence together() {
    var last = seen.isEmpty() ? null : seen.getLast();
    return new Evidence(
        list(seen.stream().map(Evidence::asked).toList()),
        list(seen.stream().map(one -> Objects.requireNonNullElse(one.answered(), "null")).toList()),
        last == null ? null : last.httpStatus(),
        last == null ? null : last.correlationId(),
        seen.stream().map(Evidence::took).reduce(Duration.ZERO, Duration::plus));
  }

  private static String list(List<String> parts) {
    return parts.stream().collect(Collectors.joining(",", "[", "]"));
  }

  private static String asked(Request request) {
    var path = TextNode.valueOf(request.route().path());
    var sent = request.body() == null ? "" : ",\"body\":" + Redaction.of(request.body());
    return "{\"method\":\"" + request.method() + "\",\"path\":" + path + sent + "}";
  }

  private static @Nullable String answered(Exchange exchange) {
    return exchange instanceof Exchange.Reply(_, var body) ? Redaction.of(body) : null;
  }

  private static @Nullable Integer status(Exchange exchange) {
    return exchange instanceof Exchange.Reply(int status, _) ? status : null;
  }

  private static String outcome(Exchange exchange) {
    return switch (exchange) {
      case Exchange.Reply(int status, _) -> Integer.toString(status);
      case Exchange.NotSent(var why) -> "not_sent (" + why + ")";
      case Exchange.NoReply(var why) -> "no_reply (" + why + ")";
    };
  }

  /// Only what looks like a number of theirs gets into a log.
  private static @Nullable String correlation(Received received) {
    var id = received.correlationId();
    return id != null && CORRELATION.matcher(id).matches() ? id : null;
  }
}
