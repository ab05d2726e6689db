package com.pelcro.payments.domain.gateway;

import com.pelcro.payments.domain.decline.DeclineCode;
import com.pelcro.payments.domain.money.Money;

/// What a scripted gateway is to make of a request, other than do what it asks.
public sealed interface Outcome {

  /// The issuer says no.
  record Declined(DeclineCode code) implements Outcome {}

  /// The issuer holds this much, and not all that was asked.
  record PartlyApproved(Money held) implements Outcome {}

  /// The issuer holds all of it; then a rule of the merchant's says no: `FRAUD_SUSPECTED`,
  /// `AVS_MISMATCH` or `INCORRECT_CVN`.
  record HeldAgainstRule(DeclineCode code) implements Outcome {}

  /// The issuer holds all of it, and a person has to look at it first.
  record SentToReview() implements Outcome {}

  /// The gateway finds the request wrong, and asks no issuer.
  record FoundWrong() implements Outcome {}
}
