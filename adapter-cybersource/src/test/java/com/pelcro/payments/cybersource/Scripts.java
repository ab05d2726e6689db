package com.pelcro.payments.cybersource;

import com.pelcro.payments.domain.decline.DeclineCode;
import com.pelcro.payments.domain.gateway.Outcome;
import java.util.Map;

/// The contracts' scripts in the simulator's words.
final class Scripts {

  private static final String REVIEW = "AUTHORIZED_PENDING_REVIEW";

  private Scripts() {}

  static Map<String, Object> effect(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Declined(var code) -> Map.of("kind", "decline", "reason", reason(code));
      case Outcome.PartlyApproved(var held) ->
          Map.of(
              "kind",
              "status",
              "status",
              "PARTIAL_AUTHORIZED",
              "authorized_amount",
              held.minorUnits());
      case Outcome.HeldAgainstRule(var code) when code == DeclineCode.FRAUD_SUSPECTED ->
          Map.of("kind", "status", "status", "AUTHORIZED_RISK_DECLINED");
      case Outcome.HeldAgainstRule(var code) ->
          Map.of("kind", "status", "status", REVIEW, "reason", reason(code));
      case Outcome.SentToReview _ ->
          Map.of("kind", "status", "status", REVIEW, "reason", "DECISION_PROFILE_REVIEW");
      case Outcome.FoundWrong _ -> Map.of("kind", "status", "status", "INVALID_REQUEST");
    };
  }

  private static String reason(DeclineCode code) {
    return switch (code) {
      case INSUFFICIENT_FUNDS -> "INSUFFICIENT_FUND";
      case EXPIRED_CARD -> "EXPIRED_CARD";
      case LOST_OR_STOLEN -> "STOLEN_LOST_CARD";
      case GENERIC_DECLINE -> "PROCESSOR_DECLINED";
      case AVS_MISMATCH -> "AVS_FAILED";
      case INCORRECT_CVN -> "CV_FAILED";
      default -> throw new IllegalArgumentException("no script for " + code);
    };
  }
}
