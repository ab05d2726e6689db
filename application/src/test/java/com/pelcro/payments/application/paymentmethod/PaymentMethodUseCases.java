package com.pelcro.payments.application.paymentmethod;

import com.pelcro.payments.application.Storage;
import com.pelcro.payments.application.cardsession.CardTesting;
import com.pelcro.payments.application.cardsession.CardTestingLimits;
import com.pelcro.payments.application.gateway.Gateways;
import com.pelcro.payments.application.operation.Journal;
import com.pelcro.payments.application.site.Serving;
import com.pelcro.payments.domain.recovery.RecoverySchedule;
import java.time.InstantSource;

/// The use cases of payment methods, wired to work on any storage.
public record PaymentMethodUseCases(
    SavePaymentMethod save,
    UpdatePaymentMethod update,
    RemovePaymentMethod remove,
    FindPaymentMethod find,
    ListPaymentMethods list,
    CardExchange exchange) {

  public static PaymentMethodUseCases on(Storage storage, Gateways gateways, InstantSource clock) {
    var vault = new VaultAccess(gateways, new Serving(storage.integrations()));
    var exchange = exchange(storage, gateways, clock);
    return new PaymentMethodUseCases(
        save(storage, gateways, exchange, clock),
        new UpdatePaymentMethod(
            storage.transactions(),
            storage.paymentMethods(),
            vault,
            settlement(storage, clock),
            storage.eventLog(),
            clock),
        new RemovePaymentMethod(
            storage.transactions(),
            storage.paymentMethods(),
            vault,
            storage.commitments(),
            storage.eventLog(),
            clock),
        new FindPaymentMethod(storage.paymentMethods()),
        new ListPaymentMethods(storage.customers(), storage.paymentMethods()),
        exchange);
  }

  private static CardExchange exchange(Storage storage, Gateways gateways, InstantSource clock) {
    var resolution =
        new CardResolution(
            storage.paymentMethods(),
            new Journal(storage.operations(), RecoverySchedule.USUAL, clock),
            storage.claims(),
            storage.cardSessions(),
            settlement(storage, clock),
            clock);
    return new CardExchange(storage.transactions(), gateways, storage.customers(), resolution);
  }

  private static SavePaymentMethod save(
      Storage storage, Gateways gateways, CardExchange exchange, InstantSource clock) {
    return new SavePaymentMethod(
        storage.transactions(),
        storage.claims(),
        storage.customers(),
        storage.paymentMethods(),
        new CardIntake(
            new Serving(storage.integrations()),
            gateways,
            storage.cardSessions(),
            storage.paymentMethods(),
            new CardTesting(CardTestingLimits.USUAL, clock),
            clock),
        exchange);
  }

  private static CardSettlement settlement(Storage storage, InstantSource clock) {
    return new CardSettlement(
        storage.customers(),
        storage.paymentMethods(),
        storage.cardSessions(),
        new CardTesting(CardTestingLimits.USUAL, clock),
        storage.eventLog(),
        clock);
  }
}
