package com.pelcro.payments.cybersource.http;

import com.fasterxml.jackson.databind.node.TextNode;
import com.pelcro.payments.cybersource.json.Redaction;
import com.pelcro.payments.domain.gateway.Evidence;
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

/// Times the calls of one operation, writes a line about each to the log, and keeps what was seen,
/// without secrets.
final class Trail {

  private static final Logger LOG = LoggerFactory.getLogger(Trail.class);
  private static final Pattern CORRELATION = Pattern.compile("[\\w-]{1,64}");

  private final String operation;
  private final String reference;
  private final Duration timeout;
  private final long began = System.nanoTime();
  private final List<Evidence> seen = new ArrayList<>();

  Trail(String operation, String reference, Duration timeout) {
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
    LOG.info(
        "gateway call operation={} method={} path={} outcome={} correlation={} took_ms={}"
            + " reference={}",
        operation,
        request.method(),
        request.route().template(),
        outcome(received.exchange()),
        correlation,
        took.toMillis(),
        reference);
    seen.add(
        new Evidence(
            asked(request),
            answered(received.exchange()),
            status(received.exchange()),
            correlation,
            took));
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
