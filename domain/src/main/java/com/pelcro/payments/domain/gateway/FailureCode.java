package com.pelcro.payments.domain.gateway;

import java.util.Locale;

/// Why something asked of the gateway came to nothing, though no issuer declined it.
public enum FailureCode {
  /// Nothing reached the gateway.
  GATEWAY_UNAVAILABLE,
  /// The gateway did not accept our signature.
  GATEWAY_CREDENTIALS_REJECTED,
  /// The gateway found the request wrong.
  GATEWAY_REJECTED,
  /// The merchant's account may not do this.
  GATEWAY_MISCONFIGURED,
  /// The gateway cannot do this, for this processor or at all.
  NOT_SUPPORTED,
  /// It is too late to undo it: it has settled.
  NOT_VOIDABLE,
  /// There is no such hold or capture any more.
  ALREADY_UNDONE,
  /// The captured card can no longer be used.
  TOKEN_UNUSABLE,
  /// The issuer refused to take the money back.
  REFUND_DECLINED,
  /// Undone by its reference before it took effect for the customer.
  ANNULLED,
  /// Proven never to have reached the gateway.
  ABSENT;

  /// Whether a hold left behind by a void is gone after this no, or is the issuer's to let expire.
  /// A trouble of ours says nothing about the hold: only the gateway's own word does.
  public boolean endsRelease() {
    return switch (this) {
      case ALREADY_UNDONE, GATEWAY_REJECTED, NOT_SUPPORTED, NOT_VOIDABLE -> true;
      case GATEWAY_UNAVAILABLE,
          GATEWAY_CREDENTIALS_REJECTED,
          GATEWAY_MISCONFIGURED,
          TOKEN_UNUSABLE,
          REFUND_DECLINED,
          ANNULLED,
          ABSENT ->
          false;
    };
  }

  /// The name in the API and in rows.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
