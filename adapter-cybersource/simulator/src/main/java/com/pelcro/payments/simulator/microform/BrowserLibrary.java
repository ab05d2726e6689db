package com.pelcro.payments.simulator.microform;

import com.pelcro.payments.simulator.http.Call;
import com.pelcro.payments.simulator.http.Reply;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/// The script a page loads to show the hosted fields, and the check sum by which the page knows it.
public final class BrowserLibrary {

  /// Where it is served.
  public static final String PATH = "/microform/bundle/v2.6.0/flex-microform.min.js";

  private final Buffer script = resource("flex-microform.js");

  /// The value of a script element's `integrity`.
  String integrity() {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes());
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }

  /// Serves it to any page: the check sum needs `crossorigin`, and that needs this header.
  public Reply answer(Call call) {
    return new Reply(
        200, "text/javascript;charset=utf-8", script, Map.of("Access-Control-Allow-Origin", "*"));
  }

  static Buffer resource(String name) {
    try (var stream = BrowserLibrary.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("missing resource " + name);
      }
      return Buffer.buffer(stream.readAllBytes());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
