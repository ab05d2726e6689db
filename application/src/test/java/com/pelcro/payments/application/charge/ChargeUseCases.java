package com.pelcro.payments.application.charge;

import com.pelcro.payments.application.Storage;
import com.pelcro.payments.application.gateway.Gateways;
import com.pelcro.payments.application.operation.Journal;
import com.pelcro.payments.application.paymentmethod.CardIntake;
import com.pelcro.payments.application.paymentmethod.CardSettlement;
import com.pelcro.payments.application.site.Serving;
import com.pelcro.payments.domain.recovery.RecoverySchedule;
import java.time.InstantSource;

/// The use cases of charges, wired to work on any storage.
public record ChargeUseCases(
    CreateCharge create,
    CaptureCharge capture,
    VoidCharge undo,
    FindCharge find,
    ListCharges list,
    ReadTimeline timeline,
    ChargeResolution resolution,
    ChargeExchange exchange) {

  public static ChargeUseCases on(Storage storage, Gateways gateways, InstantSource clock) {
    var resolution = resolution(storage, clock);
    var exchange = new ChargeExchange(storage.transactions(), gateways, resolution);
    var followUps =
        new FollowUps(
            storage.transactions(),
            storage.claims(),
            storage.charges(),
            new Serving(storage.integrations()),
            resolution,
            exchange);
    return new ChargeUseCases(
        new CreateCharge(
            storage.transactions(),
            storage.claims(),
            storage.charges(),
            opening(storage, gateways, resolution, clock),
            exchange),
        new CaptureCharge(followUps, clock),
        new VoidCharge(followUps, clock),
        new FindCharge(storage.charges()),
        new ListCharges(storage.charges()),
        new ReadTimeline(storage.charges(), storage.operations()),
        resolution,
        exchange);
  }

  private static ChargeOpening opening(
      Storage storage, Gateways gateways, ChargeResolution resolution, InstantSource clock) {
    var serving = new Serving(storage.integrations());
    var intake =
        new CardIntake(serving, gateways, storage.cardSessions(), storage.paymentMethods(), clock);
    var instructions =
        new Instructions(serving, storage.customers(), storage.paymentMethods(), intake, clock);
    return new ChargeOpening(
        instructions, storage.charges(), resolution, storage.eventLog(), clock);
  }

  private static ChargeResolution resolution(Storage storage, InstantSource clock) {
    var cards =
        new CardSettlement(
            storage.customers(),
            storage.paymentMethods(),
            storage.cardSessions(),
            storage.eventLog(),
            clock);
    return new ChargeResolution(
        storage.charges(),
        new Journal(storage.operations(), RecoverySchedule.USUAL, clock),
        storage.paymentMethods(),
        cards,
        storage.eventLog(),
        clock);
  }
}
