package com.pelcro.payments.application.refund;

import com.pelcro.payments.application.charge.Charges;
import com.pelcro.payments.application.event.EventLog;
import com.pelcro.payments.application.operation.Operations;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.event.PaymentEvent.RefundMoved;
import com.pelcro.payments.domain.gateway.GatewayAnswer;
import com.pelcro.payments.domain.gateway.Witnessed;
import com.pelcro.payments.domain.operation.Operation;
import com.pelcro.payments.domain.refund.Refund;
import com.pelcro.payments.domain.refund.RefundState;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;

/// Applies what was heard of a refund to it and to its charge's reservation. Part of a transaction,
/// which locks the charge first, as opening a refund does.
public final class RefundResolution {

  private final Charges charges;
  private final Refunds refunds;
  private final Operations operations;
  private final EventLog events;
  private final InstantSource clock;

  @Inject
  public RefundResolution(
      Charges charges,
      Refunds refunds,
      Operations operations,
      EventLog events,
      InstantSource clock) {
    this.charges = charges;
    this.refunds = refunds;
    this.operations = operations;
    this.events = events;
    this.clock = clock;
  }

  /// An answer to a refund that is closed already is written down and changes nothing.
  public Refund apply(Refund asked, Operation operation, Witnessed<GatewayAnswer> heard) {
    var now = clock.instant();
    var charge = charges.lock(asked.site(), asked.charge()).orElseThrow();
    var refund = refunds.lock(asked.site(), asked.id()).orElseThrow();
    operations.heard(operation, heard, now);
    if (!(refund.state() instanceof RefundState.Pending)) {
      return refund;
    }
    var resolved = refund.resolve(heard.answer(), now);
    return resolved.state().equals(refund.state()) ? refund : moved(charge, resolved, now);
  }

  private Refund moved(Charge charge, Refund refund, Instant now) {
    charges.update(accounted(charge, refund, now));
    refunds.update(refund);
    events.append(new RefundMoved(refund));
    return refund;
  }

  private static Charge accounted(Charge charge, Refund refund, Instant now) {
    return switch (refund.state()) {
      case RefundState.Pending _ -> charge;
      case RefundState.Done _ -> charge.refunded(refund.amount(), now);
      case RefundState.Failed _ -> charge.unreserve(refund.amount(), now);
    };
  }
}
