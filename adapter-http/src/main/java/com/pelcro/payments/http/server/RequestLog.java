package com.pelcro.payments.http.server;

import com.pelcro.payments.http.access.Caller;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes one line for each request: never its body, its key, its query, or its path as it was
/// sent.
public final class RequestLog {

  private static final Logger LOG = LoggerFactory.getLogger("com.pelcro.payments.http.requests");

  @Inject
  public RequestLog() {}

  /// `template` is the route's path with its parameters in braces.
  void answered(
      Visit visit, String template, int status, @Nullable Caller caller, @Nullable String site) {
    LOG.atInfo()
        .addKeyValue("method", visit.request().method())
        .addKeyValue("route", template)
        .addKeyValue("status", status)
        .addKeyValue("duration_ms", visit.milliseconds())
        .addKeyValue("request_id", visit.requestId())
        .addKeyValue("caller", caller == null ? "-" : caller.kind())
        .addKeyValue("site", site == null ? "-" : site)
        .log("answered");
  }

  /// A fault of ours, under the request's id.
  void failed(Visit visit, String template, RuntimeException fault) {
    LOG.atError()
        .addKeyValue("route", template)
        .addKeyValue("request_id", visit.requestId())
        .setCause(fault)
        .log("failed");
  }
}
