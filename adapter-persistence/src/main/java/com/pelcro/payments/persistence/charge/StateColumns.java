package com.pelcro.payments.persistence.charge;

import com.pelcro.payments.domain.charge.ChargeState;
import com.pelcro.payments.domain.charge.ChargeState.Authorized;
import com.pelcro.payments.domain.charge.ChargeState.Captured;
import com.pelcro.payments.domain.charge.ChargeState.Capturing;
import com.pelcro.payments.domain.charge.ChargeState.Closed;
import com.pelcro.payments.domain.charge.ChargeState.Declined;
import com.pelcro.payments.domain.charge.ChargeState.Failed;
import com.pelcro.payments.domain.charge.ChargeState.InReview;
import com.pelcro.payments.domain.charge.ChargeState.Pending;
import com.pelcro.payments.domain.charge.ChargeState.Releasing;
import com.pelcro.payments.domain.charge.ChargeState.Voided;
import com.pelcro.payments.domain.charge.ChargeState.Voiding;
import com.pelcro.payments.domain.decline.DeclineReason;
import com.pelcro.payments.domain.gateway.Failure;
import com.pelcro.payments.domain.gateway.GatewayReference;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.persistence.Binds;
import org.jspecify.annotations.Nullable;

/// A state spread over the columns it stands in; what a state does not have stays empty.
record StateColumns(
    String state,
    @Nullable String voidingFrom,
    @Nullable String releasingTo,
    @Nullable Money captureAsked,
    @Nullable Money held,
    @Nullable GatewayReference payment,
    @Nullable GatewayReference capture,
    @Nullable DeclineReason decline,
    @Nullable Failure failure) {

  static StateColumns of(ChargeState state) {
    return switch (state) {
      case Pending _ -> named("pending", null);
      case InReview(var payment) -> named("in_review", payment);
      case Capturing(var payment, var asked) ->
          new StateColumns("capturing", null, null, asked, null, payment, null, null, null);
      case Voiding(var from) -> of(from).voiding();
      case Releasing(var payment, var held, var then) -> of(then).releasing(payment, held, then);
      case Authorized(var payment) -> named("authorized", payment);
      case Captured(var payment, var capture, _) ->
          new StateColumns("captured", null, null, null, null, payment, capture, null, null);
      case Voided(var payment) -> named("voided", payment);
      case Declined(var reason, var payment) ->
          new StateColumns("declined", null, null, null, null, payment, null, reason, null);
      case Failed(var why) ->
          new StateColumns("failed", null, null, null, null, null, null, null, why);
    };
  }

  Binds to(Binds binds) {
    return binds
        .with("state", state)
        .with("voidingFrom", voidingFrom)
        .with("releasingTo", releasingTo)
        .with("captureAsked", captureAsked == null ? null : captureAsked.minorUnits())
        .money("held", held)
        .reference("payment", payment)
        .reference("capture", capture)
        .decline(decline)
        .failure(failure);
  }

  private static StateColumns named(String state, @Nullable GatewayReference payment) {
    return new StateColumns(state, null, null, null, null, payment, null, null, null);
  }

  /// These columns, of a charge on its way back from them.
  private StateColumns voiding() {
    return new StateColumns("voiding", state, null, null, null, payment, capture, null, null);
  }

  /// These columns, of a charge on its way to them. There is one payment, and so one place for it.
  private StateColumns releasing(GatewayReference hold, Money amount, Closed then) {
    if (!(then instanceof Failed) && !hold.equals(payment)) {
      throw new IllegalStateException("a hold is let go of for the payment it belongs to");
    }
    return new StateColumns("releasing", null, state, null, amount, hold, null, decline, failure);
  }
}
