package com.pelcro.payments.application.reconciliation;

import com.pelcro.payments.application.Storage;
import com.pelcro.payments.application.gateway.Gateways;
import java.time.InstantSource;

/// The use cases of reconciliation, wired to work on any storage.
public record ReconciliationUseCases(CompareLedgers compare, CloseDifference close) {

  public static ReconciliationUseCases on(Storage storage, Gateways gateways, InstantSource clock) {
    var recorder =
        new RecordDifferences(
            storage.transactions(),
            storage.differences(),
            storage.operations(),
            storage.eventLog(),
            clock);
    return new ReconciliationUseCases(
        new CompareLedgers(
            storage.sites(),
            new MerchantAccounts(storage.sites(), storage.integrations(), gateways),
            new CompareAccount(storage.askedOperations(), recorder, clock),
            storage.reconciliations(),
            clock),
        new CloseDifference(
            storage.transactions(), storage.differences(), storage.eventLog(), clock));
  }
}
