package com.pelcro.payments.http.server;

import com.pelcro.payments.domain.idempotency.TimeOrderedId;
import com.pelcro.payments.http.intake.CardNumbers;
import com.pelcro.payments.http.limit.ClientAddress;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// One request on its way: the name it goes by, and when it came.
record Visit(String requestId, long startedAt, HttpServerRequest request) {

  static final String HEADER = "Request-Id";

  private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._:-]{1,100}");

  static Visit of(HttpServerRequest request) {
    var id =
        Optional.ofNullable(request.getHeader(HEADER))
            .filter(sent -> SANE.matcher(sent).matches() && !CardNumbers.isIn(sent))
            .orElseGet(() -> TimeOrderedId.next("req_"));
    return new Visit(id, System.nanoTime(), request);
  }

  /// Whose request it is, with these proxies of ours between.
  String address(Set<String> proxies) {
    return ClientAddress.of(
        request.remoteAddress().hostAddress(), request.getHeader("X-Forwarded-For"), proxies);
  }

  /// Whether the answer may be kept by nobody.
  boolean isPrivate() {
    var path = request.path();
    return path == null || !(path.startsWith("/docs") || path.startsWith("/pay/assets/"));
  }

  long milliseconds() {
    return (System.nanoTime() - startedAt) / 1_000_000;
  }
}
