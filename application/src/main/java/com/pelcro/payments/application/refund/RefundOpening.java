package com.pelcro.payments.application.refund;

import com.pelcro.payments.application.Refusal.AmountTooLarge;
import com.pelcro.payments.application.Refusal.InvalidState;
import com.pelcro.payments.application.Refusal.NotFound;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.charge.Attention;
import com.pelcro.payments.application.charge.Charges;
import com.pelcro.payments.application.event.EventLog;
import com.pelcro.payments.application.operation.Journal;
import com.pelcro.payments.application.site.Serving;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.charge.ChargeState;
import com.pelcro.payments.domain.event.PaymentEvent.RefundMoved;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.operation.Actor;
import com.pelcro.payments.domain.operation.Operation;
import com.pelcro.payments.domain.operation.OperationKind;
import com.pelcro.payments.domain.refund.Refund;
import com.pelcro.payments.domain.refund.RefundId;
import com.pelcro.payments.domain.refund.RefundState;
import com.pelcro.payments.domain.site.Integration;
import jakarta.inject.Inject;
import java.time.InstantSource;

/// Reserves a refund's amount under the charge's lock and writes the refund down before anything is
/// sent: a void, if all of it goes back so soon that it cannot have settled. Part of a transaction.
public final class RefundOpening {

  /// A recorded refund, with what is to be sent for it.
  public record Opened(
      Charge charge, Refund refund, Operation operation, Integration integration) {}

  private final Charges charges;
  private final Refunds refunds;
  private final Journal journal;
  private final Serving serving;
  private final EventLog events;
  private final InstantSource clock;

  @Inject
  public RefundOpening(
      Charges charges,
      Refunds refunds,
      Journal journal,
      Serving serving,
      EventLog events,
      InstantSource clock) {
    this.charges = charges;
    this.refunds = refunds;
    this.journal = journal;
    this.serving = serving;
    this.events = events;
    this.clock = clock;
  }

  Result<Opened> open(CreateRefund.Request request, RefundId id) {
    return Result.found(
            charges.lock(request.intent().site(), request.charge()), () -> new NotFound("charge"))
        .then(Attention::unneeded)
        .then(charge -> open(request, id, charge));
  }

  private Result<Opened> open(CreateRefund.Request request, RefundId id, Charge charge) {
    return refundable(request, charge)
        .then(
            amount ->
                serving
                    .present(charge.site(), charge.gateway())
                    .map(integration -> open(request, id, charge, amount, integration)));
  }

  private static Result<Money> refundable(CreateRefund.Request request, Charge charge) {
    if (!(charge.state() instanceof ChargeState.Captured)) {
      return new Refused<>(
          new InvalidState("only captured money can be refunded, and this charge has none"));
    }
    var most = charge.refundable();
    return request.amount() == null
        ? refundable(most, most)
        : Serving.amount(request.amount(), most.currency()).then(asked -> refundable(asked, most));
  }

  private static Result<Money> refundable(Money asked, Money most) {
    return asked.isZero() || !most.covers(asked)
        ? new Refused<>(new AmountTooLarge(asked, most))
        : new Done<>(asked);
  }

  private Opened open(
      CreateRefund.Request request,
      RefundId id,
      Charge charge,
      Money amount,
      Integration integration) {
    var now = clock.instant();
    var reserved = charge.reserve(amount, now);
    charges.update(reserved);
    var refund =
        new Refund(
            id,
            charge.site(),
            charge.id(),
            amount,
            new RefundState.Pending(),
            request.reason(),
            request.metadata(),
            now,
            now);
    refunds.add(refund);
    var kind = charge.canBeVoidedFor(amount, now) ? OperationKind.VOID : OperationKind.REFUND;
    var operation = journal.asked(charge.site(), kind, id, amount, Actor.API);
    events.append(new RefundMoved(refund));
    return new Opened(reserved, refund, operation, integration);
  }
}
