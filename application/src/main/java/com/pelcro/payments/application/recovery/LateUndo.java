package com.pelcro.payments.application.recovery;

import com.pelcro.payments.application.Transactions;
import com.pelcro.payments.application.charge.ChargeExchange;
import com.pelcro.payments.application.charge.ChargeResolution;
import com.pelcro.payments.application.charge.ChargeResolution.Resolved;
import com.pelcro.payments.application.charge.Charges;
import com.pelcro.payments.application.operation.Operations;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.charge.ChargeState.Approved;
import com.pelcro.payments.domain.charge.ChargeState.Authorized;
import com.pelcro.payments.domain.charge.ChargeState.Captured;
import com.pelcro.payments.domain.gateway.GatewayAnswer;
import com.pelcro.payments.domain.gateway.Witnessed;
import com.pelcro.payments.domain.operation.OperationKind;
import com.pelcro.payments.domain.recovery.RecoverySchedule;
import jakarta.inject.Inject;
import java.time.InstantSource;

/// A void or the release of a hold that took effect after it was called absent did what was wanted
/// when it was asked: the charge ends as it would have.
final class LateUndo {

  private final Transactions transactions;
  private final Charges charges;
  private final Operations operations;
  private final ChargeResolution resolution;
  private final ChargeExchange exchange;
  private final Alarm alarm;
  private final RecoverySchedule schedule;
  private final InstantSource clock;

  @Inject
  LateUndo(
      Transactions transactions,
      Charges charges,
      Operations operations,
      ChargeResolution resolution,
      ChargeExchange exchange,
      Alarm alarm,
      RecoverySchedule schedule,
      InstantSource clock) {
    this.transactions = transactions;
    this.charges = charges;
    this.operations = operations;
    this.resolution = resolution;
    this.exchange = exchange;
    this.alarm = alarm;
    this.schedule = schedule;
    this.clock = clock;
  }

  private sealed interface Adopted {
    record Undone(Resolved resolved) implements Adopted {}

    /// The charge ended meanwhile.
    record Settled() implements Adopted {}

    /// Something else is being asked for the charge: what comes of it has to be known first.
    record Busy() implements Adopted {}

    /// Something else was done with the money since: a person has to look at it.
    record Overtaken() implements Adopted {}
  }

  void adopt(Lost late, Witnessed<GatewayAnswer> found) {
    switch (transactions.commit(() -> adopted(late, found))) {
      case Adopted.Undone(var resolved) -> {
        var _ = exchange.proceed(resolved, late.integration());
      }
      case Adopted.Settled _ -> operations.lookAgain(late.operation(), null);
      case Adopted.Busy _ ->
          operations.lookAgain(late.operation(), clock.instant().plus(schedule.wait(0)));
      case Adopted.Overtaken _ -> {
        operations.lookAgain(late.operation(), null);
        alarm.raise(late.subject());
      }
    }
  }

  private Adopted adopted(Lost late, Witnessed<GatewayAnswer> found) {
    var seen = late.subject().money().orElseThrow();
    var charge = charges.lock(seen.site(), seen.id()).orElseThrow();
    if (charge.pendingOperation().isPresent() || isGoingBack(charge)) {
      return new Adopted.Busy();
    }
    if (!(charge.state() instanceof Approved approved)) {
      return new Adopted.Settled();
    }
    return undoing(approved) == late.operation().kind() && charge.refunds().sum().isZero()
        ? new Adopted.Undone(resolution.undone(charge, late.operation(), found))
        : new Adopted.Overtaken();
  }

  private static boolean isGoingBack(Charge charge) {
    return !charge.refunds().reserved().isZero();
  }

  private static OperationKind undoing(Approved approved) {
    return switch (approved) {
      case Authorized _ -> OperationKind.RELEASE;
      case Captured _ -> OperationKind.VOID;
    };
  }
}
