package com.pelcro.payments.application.charge;

import com.pelcro.payments.application.Storage;
import com.pelcro.payments.application.cardsession.CardTesting;
import com.pelcro.payments.application.cardsession.CardTestingLimits;
import com.pelcro.payments.application.gateway.Gateways;
import com.pelcro.payments.application.operation.Journal;
import com.pelcro.payments.application.paymentmethod.CardIntake;
import com.pelcro.payments.application.paymentmethod.CardSettlement;
import com.pelcro.payments.application.renewal.ClockedSiteTime;
import com.pelcro.payments.application.renewal.Dunning;
import com.pelcro.payments.application.renewal.Periods;
import com.pelcro.payments.application.renewal.RenewalSettlement;
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
    ChargeExchange exchange,
    Instructions instructions,
    ChargeOpening opening) {

  public static ChargeUseCases on(Storage storage, Gateways gateways, InstantSource clock) {
    var resolution = resolution(storage, clock);
    var exchange = new ChargeExchange(storage.transactions(), gateways, resolution);
    var instructions = instructions(storage, gateways, clock);
    var opening =
        new ChargeOpening(instructions, storage.charges(), resolution, storage.eventLog(), clock);
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
            storage.transactions(), storage.claims(), storage.charges(), opening, exchange),
        new CaptureCharge(followUps, clock),
        new VoidCharge(followUps, clock),
        new FindCharge(storage.charges()),
        new ListCharges(storage.charges()),
        new ReadTimeline(storage.charges(), storage.operations()),
        resolution,
        exchange,
        instructions,
        opening);
  }

  private static Instructions instructions(
      Storage storage, Gateways gateways, InstantSource clock) {
    var serving = new Serving(storage.integrations());
    var intake =
        new CardIntake(
            serving,
            gateways,
            storage.cardSessions(),
            storage.paymentMethods(),
            new CardTesting(CardTestingLimits.USUAL, clock),
            clock);
    return new Instructions(serving, storage.customers(), storage.paymentMethods(), intake);
  }

  /// Gives the periods of subscriptions their answers.
  private static Collected collected(Storage storage, InstantSource clock) {
    var periods = new Periods(storage.subscriptions(), storage.renewals(), storage.eventLog());
    var dunning =
        new Dunning(
            storage.subscriptions(),
            storage.renewals(),
            storage.dunningPolicies(),
            periods,
            storage.eventLog());
    return new RenewalSettlement(
        storage.subscriptions(),
        storage.renewals(),
        periods,
        dunning,
        storage.eventLog(),
        new ClockedSiteTime(storage.testClocks(), clock));
  }

  private static ChargeResolution resolution(Storage storage, InstantSource clock) {
    var cards =
        new CardSettlement(
            storage.customers(),
            storage.paymentMethods(),
            storage.cardSessions(),
            new CardTesting(CardTestingLimits.USUAL, clock),
            storage.eventLog(),
            clock);
    return new ChargeResolution(
        storage.charges(),
        new Journal(storage.operations(), RecoverySchedule.USUAL, clock),
        storage.paymentMethods(),
        cards,
        collected(storage, clock),
        storage.eventLog(),
        clock);
  }
}
