package com.pelcro.payments.http.server;

import java.time.Duration;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/// Sees every request: counts it, times it, traces it.
public interface RequestWatch {

  /// A request that is to be worked on.
  ///
  /// @param route the path with its parameters in braces
  /// @param traceParent who it belongs to by W3C Trace Context, as it was sent
  record Asked(
      String method,
      String route,
      String requestId,
      @Nullable String site,
      @Nullable String traceParent) {}

  /// A request that was answered.
  ///
  /// @param route the path with its parameters in braces, or `-` when no route took it
  record Answered(String method, String route, int status, Duration took) {}

  /// Runs a request's work, which says with what status it ends; throws what that throws.
  void work(Asked asked, IntSupplier work);

  void answered(Answered answered);
}
