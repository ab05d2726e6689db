package com.pelcro.payments.domain.site;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// A secret that does not show itself: its text leaves only through [#reveal()].
public final class SharedSecret {

  private final String text;

  public SharedSecret(String text) {
    this.text = text;
  }

  /// The secret itself: for a signature or a cipher, never for a log, an answer or a message.
  public String reveal() {
    return text;
  }

  /// Compares in a time that does not depend on where two secrets differ.
  @Override
  public boolean equals(Object other) {
    return other instanceof SharedSecret that
        && MessageDigest.isEqual(
            text.getBytes(StandardCharsets.UTF_8), that.text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return "***";
  }
}
