package com.pelcro.payments.cybersource.http;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Proves to the gateway who asks. The gateway has announced a successor to today's scheme, so the
/// rest of the adapter knows headers only.
public interface RequestSigner {

  /// What is signed, exactly as it goes over the wire. `host` has a port where it is not the
  /// scheme's own; `target` is the path with its query; `body` is null where the method has none.
  record Unsigned(String method, String host, String target, String date, @Nullable String body) {

    /// The date header's text. Both sides take it as it stands, so it is made once.
    public static String date(Instant at) {
      return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
    }
  }

  /// The headers that sign a request, host and date among them.
  Map<String, String> sign(Unsigned request, MerchantKeys keys);
}
