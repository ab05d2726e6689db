package com.pelcro.payments.http;

import com.pelcro.payments.http.access.OperatorKey;
import java.net.URI;

/// How the API is served: where it listens (port 0 takes a free one), how the outside names it, who
/// its operator is, and how many calls it works on at once.
public record HttpSettings(
    String host, int port, URI publicUrl, OperatorKey operatorKey, int mostCalls) {

  /// Bounds memory and the queue for database connections, not throughput.
  public static final int USUAL_CALLS = 256;

  public HttpSettings {
    if (mostCalls < 1) {
      throw new IllegalArgumentException("a server works on at least one call at once");
    }
  }
}
