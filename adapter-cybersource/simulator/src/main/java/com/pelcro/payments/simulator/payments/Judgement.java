package com.pelcro.payments.simulator.payments;

import com.pelcro.payments.simulator.Application;
import com.pelcro.payments.simulator.Clearing;
import com.pelcro.payments.simulator.Hold;
import com.pelcro.payments.simulator.Outcome;
import com.pelcro.payments.simulator.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What comes of a payment: the outcome, and whether its money is set aside or taken.
///
/// @param approved the issuer said yes, whatever the gateway's own rules say
/// @param captured the sale's second half ran too
record Judgement(Outcome outcome, boolean approved, boolean captured) {

  private static final Set<String> RISK =
      Set.of("DECISION_PROFILE_REVIEW", "DECISION_PROFILE_REJECT");

  Hold hold() {
    return approved && outcome.authorized() > 0 ? Hold.HELD : Hold.NONE;
  }

  Clearing clearing() {
    return captured ? Clearing.PENDING : Clearing.NONE;
  }

  /// The services that ran, as searches will show them.
  List<Application> applications() {
    var ran = new ArrayList<Application>();
    ran.add(authorization());
    var reason = outcome.reason();
    if (reason != null && RISK.contains(reason)) {
      ran.add(Application.failed("ics_decision", Reason.of(reason)));
    }
    if (captured) {
      ran.add(Application.done("ics_bill"));
    }
    return List.copyOf(ran);
  }

  private Application authorization() {
    var reason = outcome.reason();
    if (outcome.status().equals("PARTIAL_AUTHORIZED")) {
      return new Application("ics_auth", 110, 1, "SPARTIALAPPROVAL", "Only a part was approved.");
    }
    return reason == null || (approved && RISK.contains(reason))
        ? Application.done("ics_auth")
        : Application.failed("ics_auth", Reason.of(reason));
  }
}
