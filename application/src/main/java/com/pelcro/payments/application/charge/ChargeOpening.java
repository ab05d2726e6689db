package com.pelcro.payments.application.charge;

import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.charge.Instructions.Drawn;
import com.pelcro.payments.application.event.EventLog;
import com.pelcro.payments.application.site.Serving;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.charge.Notes;
import com.pelcro.payments.domain.customer.CustomerId;
import com.pelcro.payments.domain.event.PaymentEvent.ChargeMoved;
import com.pelcro.payments.domain.gateway.Instruction;
import com.pelcro.payments.domain.money.AskedAmount;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.operation.Actor;
import com.pelcro.payments.domain.operation.Operation;
import com.pelcro.payments.domain.renewal.RenewalAttempt;
import com.pelcro.payments.domain.site.SiteId;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Writes a charge down before anything is sent: the charge, the operation it is asked under, the
/// event. Part of a transaction; once it commits, the charge exists whatever happens.
public final class ChargeOpening {

  /// A recorded charge, with what is to be sent for it.
  public record Opened(Charge charge, Operation operation, Instruction instruction) {}

  /// A charge that is wanted; `renewal` is the attempt to collect a period that it is, if any.
  public record Order(
      SiteId site,
      @Nullable CustomerId customer,
      PaidWith paidWith,
      AskedAmount amount,
      Charge.Mode mode,
      Occasion occasion,
      Notes notes,
      @Nullable RenewalAttempt renewal,
      Actor by) {}

  private final Instructions instructions;
  private final Charges charges;
  private final ChargeResolution resolution;
  private final EventLog events;
  private final InstantSource clock;

  @Inject
  public ChargeOpening(
      Instructions instructions,
      Charges charges,
      ChargeResolution resolution,
      EventLog events,
      InstantSource clock) {
    this.instructions = instructions;
    this.charges = charges;
    this.resolution = resolution;
    this.events = events;
    this.clock = clock;
  }

  public Result<Opened> open(Order order, ChargeId id) {
    return instructions
        .draw(order.site(), order.customer(), order.paidWith(), order.occasion(), when(order))
        .then(
            drawn ->
                Serving.amount(order.amount(), drawn.integration())
                    .map(amount -> open(order, id, drawn, amount)));
  }

  private Instant when(Order order) {
    var attempt = order.renewal();
    return attempt == null ? clock.instant() : attempt.at();
  }

  private Opened open(Order order, ChargeId id, Drawn drawn, Money amount) {
    var charge =
        Charge.pending(
            id,
            order.site(),
            drawn.method().customer(),
            drawn.method().id(),
            drawn.integration().gateway(),
            amount,
            order.mode(),
            order.notes(),
            order.renewal(),
            clock.instant());
    charges.add(charge);
    var operation = resolution.ask(charge, order.by());
    events.append(new ChargeMoved(charge));
    return new Opened(charge, operation, instruction(drawn, operation));
  }

  private static Instruction instruction(Drawn drawn, Operation operation) {
    return new Instruction(
        drawn.integration(),
        operation.references(),
        operation.amount(),
        drawn.source(),
        drawn.initiation());
  }
}
