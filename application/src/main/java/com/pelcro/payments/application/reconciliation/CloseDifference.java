package com.pelcro.payments.application.reconciliation;

import com.pelcro.payments.application.Refusal.InvalidState;
import com.pelcro.payments.application.Refusal.NotFound;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.Transactions;
import com.pelcro.payments.application.event.EventLog;
import com.pelcro.payments.domain.event.PaymentEvent.LedgersDiffer;
import com.pelcro.payments.domain.reconciliation.Difference;
import com.pelcro.payments.domain.reconciliation.DifferenceId;
import jakarta.inject.Inject;
import java.time.InstantSource;

/// Notes that a person looked at a difference and is done with it. It changes no money.
public final class CloseDifference {

  private final Transactions transactions;
  private final Differences differences;
  private final EventLog events;
  private final InstantSource clock;

  @Inject
  public CloseDifference(
      Transactions transactions, Differences differences, EventLog events, InstantSource clock) {
    this.transactions = transactions;
    this.differences = differences;
    this.events = events;
    this.clock = clock;
  }

  public Result<Difference> close(DifferenceId id, String note) {
    return transactions.inTransaction(
        () ->
            Result.found(differences.lock(id), () -> new NotFound("difference"))
                .then(difference -> close(difference, note)));
  }

  private Result<Difference> close(Difference difference, String note) {
    if (difference.status() == Difference.Status.CLOSED) {
      return new Refused<>(new InvalidState("it is closed already"));
    }
    var closed = difference.closed(note, clock.instant());
    differences.update(closed);
    events.append(new LedgersDiffer(closed));
    return new Done<>(closed);
  }
}
