package com.pelcro.payments.simulator;

import org.jspecify.annotations.Nullable;

/// What the issuer, the processor and the gateway's rules made of a request.
///
/// @param status the gateway's word
/// @param reason why, where it is no plain success
/// @param authorized minor units the issuer approved
public record Outcome(
    String status,
    @Nullable String reason,
    long authorized,
    @Nullable String responseCode,
    @Nullable String approvalCode,
    @Nullable String networkTransactionId,
    @Nullable String avs,
    @Nullable String cvn,
    @Nullable String merchantAdvice) {

  /// A follow-on without anything from an issuer.
  public static Outcome plain(String status, @Nullable String reason) {
    return new Outcome(status, reason, 0, "00", null, null, null, null, null);
  }

  /// The same under another status.
  public Outcome in(String newStatus, @Nullable String newReason) {
    return new Outcome(
        newStatus,
        newReason,
        authorized,
        responseCode,
        approvalCode,
        networkTransactionId,
        avs,
        cvn,
        merchantAdvice);
  }
}
