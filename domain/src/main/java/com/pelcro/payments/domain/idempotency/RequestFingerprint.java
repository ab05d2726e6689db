package com.pelcro.payments.domain.idempotency;

import java.util.regex.Pattern;

/// A SHA-256 over all of a request, in 64 hexadecimal characters: two requests with the same one
/// ask the same.
public record RequestFingerprint(String value) {

  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  public RequestFingerprint {
    if (!SHA_256.matcher(value).matches()) {
      throw new IllegalArgumentException("a fingerprint is 64 hexadecimal characters");
    }
  }
}
