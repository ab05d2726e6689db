package com.pelcro.payments.simulator.payments;

import com.pelcro.payments.simulator.Amount;
import com.pelcro.payments.simulator.Application;
import com.pelcro.payments.simulator.Clearing;
import com.pelcro.payments.simulator.Hold;
import com.pelcro.payments.simulator.Kind;
import com.pelcro.payments.simulator.Outcome;
import com.pelcro.payments.simulator.Reason;
import com.pelcro.payments.simulator.References;
import com.pelcro.payments.simulator.Source;
import com.pelcro.payments.simulator.Transaction;
import com.pelcro.payments.simulator.http.Call;
import com.pelcro.payments.simulator.scenario.Effect;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The kinds of requests that follow a payment, each with the word the gateway has for its success.
enum FollowOn {
  CAPTURE(Kind.CAPTURE, "PENDING", Clearing.PENDING, "ics_bill"),
  REFUND(Kind.REFUND, "PENDING", Clearing.PENDING, "ics_credit"),
  REVERSAL(Kind.REVERSAL, "REVERSED", Clearing.NONE, "ics_auth_reversal"),
  VOID(Kind.VOID, "VOIDED", Clearing.NONE, "ics_void");

  private final Kind kind;
  private final String success;
  private final Clearing clearing;
  private final String application;

  FollowOn(Kind kind, String success, Clearing clearing, String application) {
    this.kind = kind;
    this.success = success;
    this.clearing = clearing;
    this.application = application;
  }

  boolean succeeded(Transaction followOn) {
    return followOn.status().equals(success);
  }

  /// Writes the request down. Whether it succeeded is up to the scenarios: the endpoint has checked
  /// all else.
  Transaction write(
      Books books, Call call, References references, Transaction original, Amount amount) {
    var outcome = outcome(books, call.orders().verdict());
    var done = outcome.status().equals(success);
    var ran =
        done
            ? Application.done(application)
            : Application.failed(application, Reason.of(String.valueOf(outcome.reason())));
    var followOn =
        new Transaction(
            books.ledger().nextId(books.now()),
            kind,
            references,
            original.id(),
            amount,
            source(original.source()),
            outcome,
            done ? clearing : Clearing.NONE,
            Hold.NONE,
            List.of(ran),
            books.now(),
            books.visible(call));
    return books.ledger().add(followOn);
  }

  private Outcome outcome(Books books, Effect.@Nullable Verdict asked) {
    return switch (asked) {
      case null -> Outcome.plain(success, null);
      case Effect.Decline(var reason, _, _) -> Outcome.plain("DECLINED", reason);
      case Effect.Status status when status.status().equals("INVALID_REQUEST") ->
          throw books.rejections().because(status.reasonOr("INVALID_DATA"));
      case Effect.Status status when status.status().equals(success) ->
          Outcome.plain(success, null);
      case Effect.Status status ->
          Outcome.plain(status.status(), status.reasonOr("PROCESSOR_DECLINED"));
    };
  }

  private static Source source(Source original) {
    return new Source(
        original.card(),
        original.customer(),
        original.paymentInstrument(),
        original.instrumentIdentifier(),
        original.billTo(),
        null,
        null);
  }
}
