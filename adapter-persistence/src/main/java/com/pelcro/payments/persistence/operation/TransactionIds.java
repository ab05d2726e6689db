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

/// What the gateway calls what it did, where an answer says so.
final class TransactionIds {

  private TransactionIds() {}

  static @Nullable String of(GatewayAnswer answer) {
    return switch (answer) {
      case Approval(var reference, _) -> reference.transactionId();
      case Hold(var reference, _, _) -> reference.transactionId();
      case Review(var reference) -> reference.transactionId();
      case Decline(_, var reference) -> reference.transactionId();
      case Rejection _, NotSent _, NoAnswer _ -> null;
    };
  }
}
