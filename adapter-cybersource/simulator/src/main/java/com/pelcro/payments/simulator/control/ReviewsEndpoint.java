package com.pelcro.payments.simulator.control;

import com.pelcro.payments.simulator.Application;
import com.pelcro.payments.simulator.Clearing;
import com.pelcro.payments.simulator.Hold;
import com.pelcro.payments.simulator.Kind;
import com.pelcro.payments.simulator.Ledger;
import com.pelcro.payments.simulator.Outcome;
import com.pelcro.payments.simulator.Reason;
import com.pelcro.payments.simulator.Transaction;
import com.pelcro.payments.simulator.http.Call;
import com.pelcro.payments.simulator.http.Endpoint;
import com.pelcro.payments.simulator.http.JsonReply;
import com.pelcro.payments.simulator.http.Reply;
import java.util.ArrayList;
import java.util.List;

/// `POST /simulator/reviews/{payment}`: somebody at the fraud desk decides.
public final class ReviewsEndpoint implements Endpoint {

  private final Ledger ledger;

  /// Decides about payments of this ledger.
  public ReviewsEndpoint(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public Reply answer(Call call) {
    var id = call.parameter("id");
    var payment =
        ledger.all().stream()
            .filter(found -> found.id().equals(id))
            .findFirst()
            .orElseThrow(() -> Faults.unknown("payment " + id));
    if (!payment.status().endsWith("PENDING_REVIEW")) {
      throw Faults.at("id", "is not under review");
    }
    var decided =
        switch (call.body().text("decision").orElse("")) {
          case "accept" -> accepted(payment);
          case "reject" -> rejected(payment);
          default -> throw Faults.at("decision", "has to be accept or reject");
        };
    return JsonReply.own(200, LedgerEndpoint.view(ledger.replace(decided)));
  }

  private static Transaction accepted(Transaction payment) {
    var captured = payment.kind() == Kind.SALE && payment.amount().minorUnits() > 0;
    var ran =
        new ArrayList<>(List.of(Application.done("ics_auth"), Application.done("ics_decision")));
    if (captured) {
      ran.add(Application.done("ics_bill"));
    }
    var hold = payment.amount().minorUnits() > 0 ? Hold.HELD : Hold.NONE;
    var clearing = captured ? Clearing.PENDING : Clearing.NONE;
    return payment.in(approved(payment), clearing, hold).having(List.copyOf(ran));
  }

  private static Outcome approved(Transaction payment) {
    var before = payment.outcome();
    return new Outcome(
        "AUTHORIZED",
        null,
        payment.amount().minorUnits(),
        "00",
        before.approvalCode() == null ? "831000" : before.approvalCode(),
        before.networkTransactionId(),
        before.avs(),
        before.cvn(),
        before.merchantAdvice());
  }

  /// The hold stays: giving it free is the merchant's to ask.
  private static Transaction rejected(Transaction payment) {
    var reason = "DECISION_PROFILE_REJECT";
    var status = payment.hold() == Hold.HELD ? "AUTHORIZED_RISK_DECLINED" : "DECLINED";
    var ran =
        List.of(
            payment.applications().getFirst(),
            Application.failed("ics_decision", Reason.of(reason)));
    return payment
        .in(payment.outcome().in(status, reason), Clearing.NONE, payment.hold())
        .having(ran);
  }
}
