package com.pelcro.payments.application.refund;

import com.pelcro.payments.application.charge.Charges;
import com.pelcro.payments.application.event.EventLog;
import com.pelcro.payments.application.operation.Journal;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.event.PaymentEvent.RefundMoved;
import com.pelcro.payments.domain.gateway.GatewayAnswer;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Approval;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Decline;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Hold;
import com.pelcro.payments.domain.gateway.GatewayAnswer.NoAnswer;
import com.pelcro.payments.domain.gateway.GatewayAnswer.NotSent;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Rejection;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Review;
import com.pelcro.payments.domain.gateway.Witnessed;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.operation.Operation;
import com.pelcro.payments.domain.operation.OperationKind;
import com.pelcro.payments.domain.operation.Proof;
import com.pelcro.payments.domain.refund.Refund;
import com.pelcro.payments.domain.refund.RefundState;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Applies what was heard of a refund to it and to its charge's reservation. Part of a transaction,
/// which locks the charge first, as opening a refund does.
public final class RefundResolution {

  /// The refund as it stands now, and what has to be asked next, recorded already.
  public record Resolved(Refund refund, Optional<Operation> next) {}

  private final Charges charges;
  private final Refunds refunds;
  private final Journal journal;
  private final EventLog events;
  private final InstantSource clock;

  @Inject
  public RefundResolution(
      Charges charges, Refunds refunds, Journal journal, EventLog events, InstantSource clock) {
    this.charges = charges;
    this.refunds = refunds;
    this.journal = journal;
    this.events = events;
    this.clock = clock;
  }

  /// An answer to something that is no longer awaited is written down and changes nothing.
  public Resolved apply(
      Refund asked, Operation operation, Witnessed<GatewayAnswer> heard, Proof proof) {
    var charge = charges.lock(asked.site(), asked.charge()).orElseThrow();
    var refund = refunds.lock(asked.site(), asked.id()).orElseThrow();
    var wasOpen = journal.heard(operation, heard, proof);
    var awaited = refund.state() instanceof RefundState.Pending && wasOpen;
    if (isOver(operation, heard.answer())) {
      journal.close(operation);
    }
    return awaited ? heard(charge, refund, operation, heard.answer()) : unchanged(refund);
  }

  /// The hold a void left is gone, or the issuer's to let expire.
  private static boolean isOver(Operation operation, GatewayAnswer answer) {
    return operation.kind() == OperationKind.RELEASE
        && answer instanceof Rejection(var failure)
        && failure.code().endsRelease();
  }

  private Resolved heard(Charge charge, Refund refund, Operation asked, GatewayAnswer answer) {
    return asked.kind() == OperationKind.VOID
        ? voided(charge, refund, asked, answer)
        : new Resolved(resolved(charge, refund, answer), Optional.empty());
  }

  /// A void gives everything back and leaves the hold; one that came too late is followed by a
  /// refund.
  private Resolved voided(Charge charge, Refund refund, Operation asked, GatewayAnswer answer) {
    return switch (answer) {
      case Approval _ ->
          new Resolved(
              resolved(charge, refund, answer),
              next(refund, OperationKind.RELEASE, charge.amount(), asked));
      case Rejection _, Decline _ ->
          new Resolved(
              attended(charge, refund), next(refund, OperationKind.REFUND, refund.amount(), asked));
      case NotSent _, NoAnswer _, Hold _, Review _ ->
          new Resolved(resolved(charge, refund, answer), Optional.empty());
    };
  }

  private Optional<Operation> next(
      Refund refund, OperationKind kind, Money amount, Operation before) {
    return Optional.of(journal.asked(refund.site(), kind, refund.id(), amount, before.askedBy()));
  }

  private Refund resolved(Charge charge, Refund refund, GatewayAnswer answer) {
    var now = clock.instant();
    var resolved = refund.resolve(answer, now);
    if (resolved.state().equals(refund.state())) {
      return refund;
    }
    charges.update(accounted(charge, resolved, now).attendedTo(now));
    refunds.update(resolved);
    events.append(new RefundMoved(resolved));
    return resolved;
  }

  private Refund attended(Charge charge, Refund refund) {
    if (charge.needsAttention()) {
      charges.update(charge.attendedTo(clock.instant()));
    }
    return refund;
  }

  private static Resolved unchanged(Refund refund) {
    return new Resolved(refund, Optional.empty());
  }

  private static Charge accounted(Charge charge, Refund refund, Instant now) {
    return switch (refund.state()) {
      case RefundState.Pending _ -> charge;
      case RefundState.Done _ -> charge.refunded(refund.amount(), now);
      case RefundState.Failed _ -> charge.unreserve(refund.amount(), now);
    };
  }
}
