package com.pelcro.payments.domain.decline;

import static com.pelcro.payments.domain.decline.DeclineCategory.CONFIGURATION;
import static com.pelcro.payments.domain.decline.DeclineCategory.FIX;
import static com.pelcro.payments.domain.decline.DeclineCategory.FRAUD;
import static com.pelcro.payments.domain.decline.DeclineCategory.HARD;
import static com.pelcro.payments.domain.decline.DeclineCategory.SOFT;

import java.util.Locale;

/// Why a payment was declined, in words of ours that no gateway owns, with the category each has
/// unless told otherwise.
public enum DeclineCode {
  INSUFFICIENT_FUNDS(SOFT),
  CREDIT_LIMIT_EXCEEDED(SOFT),
  ISSUER_UNAVAILABLE(SOFT),
  GENERIC_DECLINE(SOFT),
  PROCESSOR_ERROR(SOFT),
  CALL_ISSUER(FIX),
  EXPIRED_CARD(FIX),
  INVALID_ACCOUNT(HARD),
  CARD_NOT_PERMITTED(HARD),
  LOST_OR_STOLEN(HARD),
  ACCOUNT_CLOSED(HARD),
  BLOCKED(HARD),
  REVOKED(HARD),
  INCORRECT_CVN(FIX),
  AVS_MISMATCH(FIX),
  FRAUD_SUSPECTED(FRAUD),
  AUTHENTICATION_REQUIRED(FIX),
  DUPLICATE(SOFT),
  MERCHANT_CONFIGURATION(CONFIGURATION),
  PARTIAL_APPROVAL(SOFT),
  CARD_TYPE_NOT_ACCEPTED(HARD),
  UNKNOWN(SOFT);

  private final DeclineCategory category;

  DeclineCode(DeclineCategory category) {
    this.category = category;
  }

  public DeclineCategory category() {
    return category;
  }

  /// The name in the API and in rows.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
