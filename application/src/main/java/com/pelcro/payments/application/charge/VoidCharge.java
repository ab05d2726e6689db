package com.pelcro.payments.application.charge;

import com.pelcro.payments.application.Once;
import com.pelcro.payments.application.Refusal.InvalidState;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.idempotency.Intent;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.charge.ChargeState.Approved;
import com.pelcro.payments.domain.charge.ChargeState.Captured;
import jakarta.inject.Inject;
import java.time.InstantSource;

/// Undoes a charge before it settles: lets go of a hold, or takes a capture back and then lets go
/// of the hold.
public final class VoidCharge {

  private final FollowUps followUps;
  private final InstantSource clock;

  @Inject
  public VoidCharge(FollowUps followUps, InstantSource clock) {
    this.followUps = followUps;
    this.clock = clock;
  }

  /// A charge that has settled cannot be voided any more, and is refused with the advice to refund
  /// it.
  public Result<Once<Charge>> undo(Intent intent, ChargeId id) {
    return followUps.follow(intent, id, this::voiding, VoidCharge::advice);
  }

  private Result<Charge> voiding(Charge charge) {
    if (!(charge.state() instanceof Approved)) {
      return new Refused<>(new InvalidState("only an authorized or captured charge can be voided"));
    }
    return charge.refunds().sum().isZero()
        ? new Done<>(charge.voiding(clock.instant()))
        : new Refused<>(
            new InvalidState("part of it was refunded already; refund the rest instead"));
  }

  private static String advice(Charge charge) {
    return charge.state() instanceof Captured
        ? "it can no longer be voided, most likely because it has settled; refund it instead"
        : "the gateway did not let go of the hold; the timeline shows why";
  }
}
