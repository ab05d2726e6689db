package com.pelcro.payments.domain.charge;

import com.pelcro.payments.domain.charge.ChargeState.Approved;
import com.pelcro.payments.domain.charge.ChargeState.Authorized;
import com.pelcro.payments.domain.charge.ChargeState.Captured;
import com.pelcro.payments.domain.charge.ChargeState.Capturing;
import com.pelcro.payments.domain.charge.ChargeState.Declined;
import com.pelcro.payments.domain.charge.ChargeState.Failed;
import com.pelcro.payments.domain.charge.ChargeState.InReview;
import com.pelcro.payments.domain.charge.ChargeState.Open;
import com.pelcro.payments.domain.charge.ChargeState.Pending;
import com.pelcro.payments.domain.charge.ChargeState.Releasing;
import com.pelcro.payments.domain.charge.ChargeState.Voided;
import com.pelcro.payments.domain.charge.ChargeState.Voiding;
import com.pelcro.payments.domain.gateway.Failure;
import com.pelcro.payments.domain.gateway.FailureCode;
import com.pelcro.payments.domain.gateway.GatewayAnswer;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Approval;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Decline;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Hold;
import com.pelcro.payments.domain.gateway.GatewayAnswer.NoAnswer;
import com.pelcro.payments.domain.gateway.GatewayAnswer.NotSent;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Rejection;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Review;
import com.pelcro.payments.domain.gateway.GatewayReference;
import com.pelcro.payments.domain.money.Money;

/// Every edge of a charge's life that an answer can take it along; what is not here does not
/// happen.
record ChargeEdges(Charge.Mode mode, Money amount) {

  /// The state after an answer; one that decides nothing leaves the state as it is.
  ChargeState after(Open state, GatewayAnswer answer) {
    return switch (state) {
      case Pending pending -> after(pending, answer);
      case InReview review -> after(review, answer);
      case Capturing capturing -> after(capturing, answer);
      case Voiding voiding -> after(voiding, answer);
      case Releasing releasing -> after(releasing, answer);
    };
  }

  private ChargeState after(Pending pending, GatewayAnswer answer) {
    return switch (answer) {
      case Approval(var reference, _) -> approved(reference);
      case Hold(var reference, var held, var reason) ->
          new Releasing(reference, held, new Declined(reason, reference));
      case Review(var reference) -> new InReview(reference);
      case Decline(var reason, var reference) -> new Declined(reason, reference);
      case Rejection(var failure) -> new Failed(failure);
      case NotSent(var why) -> new Failed(new Failure(FailureCode.GATEWAY_UNAVAILABLE, why));
      case NoAnswer _ -> pending;
    };
  }

  private ChargeState after(InReview review, GatewayAnswer answer) {
    return switch (answer) {
      case Approval(var reference, _) -> approved(reference);
      case Hold(var reference, var held, var reason) ->
          new Releasing(reference, held, new Declined(reason, reference));
      case Decline(var reason, var reference) -> new Declined(reason, reference);
      case Review _, Rejection _, NotSent _, NoAnswer _ -> review;
    };
  }

  private static ChargeState after(Capturing capturing, GatewayAnswer answer) {
    return switch (answer) {
      case Approval(var reference, _) ->
          new Captured(capturing.payment(), reference, capturing.asked());
      case Decline _, Rejection _, NotSent _ -> new Authorized(capturing.payment());
      case Hold _, Review _, NoAnswer _ -> capturing;
    };
  }

  private ChargeState after(Voiding voiding, GatewayAnswer answer) {
    return switch (answer) {
      case Approval _ -> undone(voiding.from());
      case Rejection(Failure(var code, _)) when code == FailureCode.ALREADY_UNDONE ->
          undone(voiding.from());
      case Decline _, Rejection _, NotSent _ -> voiding.from();
      case Hold _, Review _, NoAnswer _ -> voiding;
    };
  }

  /// Undoing a capture leaves the hold, which has to go as well.
  private ChargeState undone(Approved from) {
    return switch (from) {
      case Authorized(var payment) -> new Voided(payment);
      case Captured captured ->
          new Releasing(captured.payment(), amount, new Voided(captured.payment()));
    };
  }

  /// A hold we do not want is asked away until it is gone; one left by a void may be the
  /// processor's to let expire.
  private static ChargeState after(Releasing releasing, GatewayAnswer answer) {
    return switch (answer) {
      case Approval _ -> releasing.then();
      case Rejection(var failure) when isGone(failure) || isLeftToExpire(releasing, failure) ->
          releasing.then();
      case Hold _, Review _, Decline _, Rejection _, NotSent _, NoAnswer _ -> releasing;
    };
  }

  private static boolean isGone(Failure failure) {
    return failure.code() == FailureCode.ALREADY_UNDONE;
  }

  private static boolean isLeftToExpire(Releasing releasing, Failure failure) {
    return releasing.then() instanceof Voided && failure.code().endsRelease();
  }

  private ChargeState approved(GatewayReference reference) {
    return switch (mode) {
      case SALE -> new Captured(reference, reference, amount);
      case AUTHORIZATION -> new Authorized(reference);
    };
  }
}
