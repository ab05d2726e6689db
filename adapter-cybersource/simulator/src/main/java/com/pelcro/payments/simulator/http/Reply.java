package com.pelcro.payments.simulator.http;

import io.vertx.core.buffer.Buffer;
import java.util.Map;
import java.util.TreeMap;

/// An answer ready to be sent.
public record Reply(int status, String contentType, Buffer body, Map<String, String> headers) {

  /// An answer with a text body.
  public static Reply text(int status, String contentType, String body) {
    return new Reply(status, contentType, Buffer.buffer(body), Map.of());
  }

  /// An answer without a body.
  public static Reply empty(int status) {
    return new Reply(status, "", Buffer.buffer(), Map.of());
  }

  /// The same answer with one header more.
  public Reply with(String name, String value) {
    var more = new TreeMap<>(headers);
    more.put(name, value);
    return new Reply(status, contentType, body, more);
  }
}
