package com.pelcro.payments.application.charge;

import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.charge.Instructions.Drawn;
import com.pelcro.payments.application.event.EventLog;
import com.pelcro.payments.application.site.Serving;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.event.PaymentEvent.ChargeMoved;
import com.pelcro.payments.domain.gateway.Instruction;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.operation.Actor;
import com.pelcro.payments.domain.operation.Operation;
import com.pelcro.payments.domain.operation.OperationKind;
import jakarta.inject.Inject;
import java.time.InstantSource;

/// Writes a charge down before anything is sent: the charge, the operation it is asked under, the
/// event. Part of a transaction; once it commits, the charge exists whatever happens.
public final class ChargeOpening {

  /// A recorded charge, with what is to be sent for it.
  public record Opened(Charge charge, Operation operation, Instruction instruction) {}

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

  public Result<Opened> open(CreateCharge.Request request, ChargeId id) {
    return instructions
        .draw(
            request.intent().site(), request.customer(), request.paidWith(), request.initiatedBy())
        .then(
            drawn ->
                Serving.amount(request.amount(), drawn.integration())
                    .map(amount -> open(request, id, drawn, amount)));
  }

  private Opened open(CreateCharge.Request request, ChargeId id, Drawn drawn, Money amount) {
    var charge =
        Charge.pending(
            id,
            request.intent().site(),
            drawn.method().customer(),
            drawn.method().id(),
            drawn.integration().gateway(),
            amount,
            request.mode(),
            request.notes(),
            clock.instant());
    charges.add(charge);
    var operation = resolution.record(charge, OperationKind.CHARGE, Actor.API);
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
