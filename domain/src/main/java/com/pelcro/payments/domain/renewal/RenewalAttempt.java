package com.pelcro.payments.domain.renewal;

import com.pelcro.payments.domain.idempotency.TimeOrderedId;
import com.pelcro.payments.domain.operation.OperationId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;

/// One try to collect a renewal, counted from 1. What is asked of the gateway for it is named after
/// it, so two who try the same collide instead of asking twice.
///
/// @param at when it was made, by the time of its site, which may be a test clock's
public record RenewalAttempt(
    SubscriptionId subscription, RenewalId renewal, int number, Instant at) {

  public RenewalAttempt {
    if (number < 1) {
      throw new IllegalArgumentException("attempts are counted from 1, not from " + number);
    }
  }

  /// The operation under which this attempt asks for its charge; the same wherever it is computed.
  public OperationId operation() {
    var digest = ByteBuffer.wrap(sha256(renewal.value() + "/" + number));
    return new OperationId(
        OperationId.PREFIX + TimeOrderedId.encode(digest.getLong(), digest.getLong()));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
