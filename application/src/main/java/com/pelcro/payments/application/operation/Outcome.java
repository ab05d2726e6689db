package com.pelcro.payments.application.operation;

import com.pelcro.payments.domain.gateway.GatewayAnswer;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Approval;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Decline;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Hold;
import com.pelcro.payments.domain.gateway.GatewayAnswer.NoAnswer;
import com.pelcro.payments.domain.gateway.GatewayAnswer.NotSent;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Rejection;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Review;
import java.util.Locale;

/// An answer by name, as rows and timelines keep it.
public enum Outcome {
  APPROVAL,
  HOLD,
  REVIEW,
  DECLINE,
  REJECTION,
  NOT_SENT,
  NO_ANSWER;

  public static Outcome of(GatewayAnswer answer) {
    return switch (answer) {
      case Approval _ -> APPROVAL;
      case Hold _ -> HOLD;
      case Review _ -> REVIEW;
      case Decline _ -> DECLINE;
      case Rejection _ -> REJECTION;
      case NotSent _ -> NOT_SENT;
      case NoAnswer _ -> NO_ANSWER;
    };
  }

  /// Silence concludes nothing.
  public boolean concludes() {
    return this != NO_ANSWER;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
