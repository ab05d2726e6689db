package com.pelcro.payments.persistence.operation;

import com.pelcro.payments.domain.gateway.GatewayAnswer;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Approval;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Decline;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Hold;
import com.pelcro.payments.domain.gateway.GatewayAnswer.NoAnswer;
import com.pelcro.payments.domain.gateway.GatewayAnswer.NotSent;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Rejection;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Review;
import org.jspecify.annotations.Nullable;

/// An answer as an operation keeps it: by name, with what the gateway calls what it did. Silence
/// concludes nothing.
record Outcome(String name, boolean concludes, @Nullable String transactionId) {

  static Outcome of(GatewayAnswer answer) {
    return switch (answer) {
      case Approval(var reference, _) -> new Outcome("approval", true, reference.transactionId());
      case Hold(var reference, _, _) -> new Outcome("hold", true, reference.transactionId());
      case Review(var reference) -> new Outcome("review", true, reference.transactionId());
      case Decline(_, var reference) -> new Outcome("decline", true, reference.transactionId());
      case Rejection _ -> new Outcome("rejection", true, null);
      case NotSent _ -> new Outcome("not_sent", true, null);
      case NoAnswer _ -> new Outcome("no_answer", false, null);
    };
  }
}
