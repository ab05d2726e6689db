package com.pelcro.payments.simulator.scenario;

import org.jspecify.annotations.Nullable;

/// What goes wrong with a request.
public sealed interface Effect {

  /// The answer of the issuer or of the gateway is another one; the connection stays whole.
  sealed interface Verdict extends Effect {}

  /// The connection, or what comes over it, breaks.
  sealed interface Breakage extends Effect {}

  /// The issuer declines.
  record Decline(String reason, @Nullable String merchantAdvice, @Nullable String responseCode)
      implements Verdict {}

  /// The answer has this status. The amount is in minor units and matters to a partial approval.
  record Status(
      String status,
      @Nullable Long authorizedAmount,
      @Nullable String reason,
      @Nullable String merchantAdvice)
      implements Verdict {

    /// The reason, or what usually comes with the status.
    public String reasonOr(String usual) {
      return reason == null ? usual : reason;
    }
  }

  /// Done at once, answered late.
  record Delay(long millis) implements Effect {}

  /// What this request creates, or what this search may see, becomes visible to searches this much
  /// later.
  record SearchLag(long millis) implements Effect {}

  /// The connection closes and nothing was done.
  record LoseRequest() implements Breakage {}

  /// It is done, and the connection closes without a word.
  record LoseReply() implements Breakage {}

  /// The connection closes at once; it is done this much later.
  record Late(long millis) implements Breakage {}

  /// Another answer than the gateway's, after doing what was asked or without.
  record Http(int status, String body, String contentType, boolean processed) implements Breakage {}

  /// Half an answer, then the connection closes.
  record Truncate(boolean processed) implements Breakage {}
}
