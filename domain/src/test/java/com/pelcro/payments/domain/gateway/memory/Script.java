package com.pelcro.payments.domain.gateway.memory;

import com.pelcro.payments.domain.decline.DeclineReason;
import com.pelcro.payments.domain.gateway.Failure;
import com.pelcro.payments.domain.gateway.FailureCode;
import com.pelcro.payments.domain.gateway.GatewayAnswer;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Decline;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Rejection;
import com.pelcro.payments.domain.gateway.GatewayReference;
import com.pelcro.payments.domain.gateway.Outcome;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// The outcomes ordered for the next requests that arrive.
final class Script {

  private final Queue<Outcome> outcomes = new ArrayDeque<>();

  void next(Outcome outcome) {
    outcomes.add(outcome);
  }

  @Nullable Outcome poll() {
    return outcomes.poll();
  }

  /// A no for a request no issuer holds money for: a follow-up, or a card to be stored.
  Optional<GatewayAnswer> no(GatewayReference reference) {
    return Optional.ofNullable(outcomes.poll()).map(outcome -> no(outcome, reference));
  }

  private static GatewayAnswer no(Outcome outcome, GatewayReference reference) {
    return switch (outcome) {
      case Outcome.Declined(var code) -> new Decline(DeclineReason.of(code), reference);
      case Outcome.FoundWrong _ -> wrong();
      case Outcome.PartlyApproved _, Outcome.HeldAgainstRule _, Outcome.SentToReview _ ->
          throw new IllegalStateException("nothing but a payment can come out as " + outcome);
    };
  }

  static Rejection wrong() {
    return new Rejection(new Failure(FailureCode.GATEWAY_REJECTED, "a field is wrong"));
  }
}
