package com.pelcro.payments.domain.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The SHA-256 of a site key, in hexadecimal: what is kept, since a key of 256 random bits needs no
/// slow hash.
public record ApiKeyHash(String value) {

  public static ApiKeyHash of(String key) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return new ApiKeyHash(
          HexFormat.of().formatHex(digest.digest(key.getBytes(StandardCharsets.UTF_8))));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /// Compares in a time that does not depend on where two hashes differ.
  public boolean isSame(ApiKeyHash other) {
    return MessageDigest.isEqual(
        value.getBytes(StandardCharsets.US_ASCII), other.value.getBytes(StandardCharsets.US_ASCII));
  }
}
