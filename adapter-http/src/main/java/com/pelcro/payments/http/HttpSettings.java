package com.pelcro.payments.http;

import com.pelcro.payments.http.access.OperatorKey;
import com.pelcro.payments.http.limit.HttpLimits;
import java.net.URI;

/// How the API is served: where it listens (port 0 takes a free one), how the outside names it, who
/// its operator is, how many calls it works on at once, how many more may wait for events, and what
/// one caller may take of that.
public record HttpSettings(
    String host,
    int port,
    URI publicUrl,
    OperatorKey operatorKey,
    int mostCalls,
    int mostWaits,
    HttpLimits limits) {

  /// Bounds memory and the queue for database connections, not throughput.
  public static final int USUAL_CALLS = 256;

  /// Who waits holds a thread that sleeps and a connection of his own, and nothing of the database.
  public static final int USUAL_WAITS = 1000;

  public HttpSettings {
    if (mostCalls < 1 || mostWaits < 1) {
      throw new IllegalArgumentException("a server works on at least one call of a kind at once");
    }
  }
}
