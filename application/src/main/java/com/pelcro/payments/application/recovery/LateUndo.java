package com.pelcro.payments.application.recovery;

import com.pelcro.payments.application.Transactions;
import com.pelcro.payments.application.charge.ChargeExchange;
import com.pelcro.payments.application.charge.ChargeResolution;
import com.pelcro.payments.application.charge.Charges;
import com.pelcro.payments.application.operation.Operations;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.charge.ChargeState.Approved;
import com.pelcro.payments.domain.charge.ChargeState.Authorized;
import com.pelcro.payments.domain.charge.ChargeState.Captured;
import com.pelcro.payments.domain.operation.Actor;
import com.pelcro.payments.domain.operation.Operation;
import com.pelcro.payments.domain.operation.OperationKind;
import jakarta.inject.Inject;
import java.time.InstantSource;

/// A void or the release of a hold that took effect after it was called absent did what was wanted
/// when it was asked. It is asked once more, under new references: the gateway then says itself
/// that it is done, and the charge ends as it would have.
final class LateUndo {

  private final Transactions transactions;
  private final Charges charges;
  private final Operations operations;
  private final ChargeResolution resolution;
  private final ChargeExchange exchange;
  private final Alarm alarm;
  private final InstantSource clock;

  @Inject
  LateUndo(
      Transactions transactions,
      Charges charges,
      Operations operations,
      ChargeResolution resolution,
      ChargeExchange exchange,
      Alarm alarm,
      InstantSource clock) {
    this.transactions = transactions;
    this.charges = charges;
    this.operations = operations;
    this.resolution = resolution;
    this.exchange = exchange;
    this.alarm = alarm;
    this.clock = clock;
  }

  private sealed interface Opening {
    record Asking(Charge charge, Operation operation) implements Opening {}

    /// The charge ended that way meanwhile.
    record Settled() implements Opening {}

    /// Something else was done with the money since: a person has to look at it.
    record Overtaken() implements Opening {}
  }

  void adopt(Lost late) {
    var seen = late.subject().money().orElseThrow();
    switch (transactions.commit(() -> open(late, seen))) {
      case Opening.Asking(var charge, var operation) -> {
        var _ = exchange.follow(charge, operation, late.integration());
      }
      case Opening.Settled _ -> {}
      case Opening.Overtaken _ -> alarm.raise(late.subject());
    }
  }

  private Opening open(Lost late, Charge seen) {
    var charge = charges.lock(seen.site(), seen.id()).orElseThrow();
    operations.lookAgain(late.operation(), null);
    if (!(charge.state() instanceof Approved approved)) {
      return new Opening.Settled();
    }
    return undoing(approved) == late.operation().kind() && charge.refunds().sum().isZero()
        ? asking(charge.voiding(clock.instant()))
        : new Opening.Overtaken();
  }

  private static OperationKind undoing(Approved approved) {
    return switch (approved) {
      case Authorized _ -> OperationKind.RELEASE;
      case Captured _ -> OperationKind.VOID;
    };
  }

  private Opening asking(Charge charge) {
    return new Opening.Asking(charge, resolution.advance(charge, Actor.RECOVERY));
  }
}
