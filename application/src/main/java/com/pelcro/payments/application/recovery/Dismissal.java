package com.pelcro.payments.application.recovery;

import com.pelcro.payments.application.Transactions;
import com.pelcro.payments.application.charge.ChargeResolution;
import com.pelcro.payments.application.charge.Charges;
import com.pelcro.payments.application.event.EventLog;
import com.pelcro.payments.application.operation.Operations;
import com.pelcro.payments.application.operation.Step;
import com.pelcro.payments.application.operation.Step.Happening;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.event.PaymentEvent.ChargeRecovered;
import com.pelcro.payments.domain.event.Recovery;
import com.pelcro.payments.domain.gateway.Evidence;
import com.pelcro.payments.domain.operation.Actor;
import com.pelcro.payments.domain.operation.Operation;
import com.pelcro.payments.domain.operation.OperationKind;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;

/// Writes down a person's decision where no operation is open that it could close.
final class Dismissal {

  private final Transactions transactions;
  private final Charges charges;
  private final Operations operations;
  private final ChargeResolution resolution;
  private final EventLog events;
  private final InstantSource clock;

  @Inject
  Dismissal(
      Transactions transactions,
      Charges charges,
      Operations operations,
      ChargeResolution resolution,
      EventLog events,
      InstantSource clock) {
    this.transactions = transactions;
    this.charges = charges;
    this.operations = operations;
    this.resolution = resolution;
    this.events = events;
    this.clock = clock;
  }

  /// The release that a decision about a hold is told of; it is never sent.
  Operation release(Charge charge) {
    return transactions.commit(
        () -> resolution.record(charge, OperationKind.RELEASE, Actor.OPERATOR));
  }

  /// Nothing of the charge is in doubt any more, for this reason.
  Charge dismiss(Charge seen, String reason) {
    return transactions.commit(
        () -> {
          var charge = charges.lock(seen.site(), seen.id()).orElseThrow();
          var clear = charge.attendedTo(clock.instant());
          charges.update(clear);
          events.append(new ChargeRecovered(clear, Recovery.DECIDED));
          operations.note(charge.site(), decided(charge, reason));
          return clear;
        });
  }

  /// Told with the last step that was taken.
  private Step decided(Charge charge, String reason) {
    var last = operations.timeline(charge.site(), charge.id()).getLast();
    return new Step(
        last.operation(),
        last.kind(),
        last.references(),
        last.amount(),
        Happening.DECIDED,
        clock.instant(),
        "dismissed",
        new Evidence(reason, null, null, null, Duration.ZERO),
        Actor.OPERATOR);
  }
}
