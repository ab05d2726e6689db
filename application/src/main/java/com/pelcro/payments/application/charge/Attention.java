package com.pelcro.payments.application.charge;

import com.pelcro.payments.application.Refusal.InvalidState;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.domain.charge.Charge;

/// Keeps hands off the money of a charge of which something is in doubt.
public final class Attention {

  private Attention() {}

  /// The charge, or a refusal if a person has to decide about it first.
  public static Result<Charge> unneeded(Charge charge) {
    return charge.needsAttention()
        ? new Refused<>(
            new InvalidState(
                "it needs attention: something asked of the gateway could not be proven; an"
                    + " operator decides with the timeline, by POST …/resolve"))
        : new Done<>(charge);
  }
}
