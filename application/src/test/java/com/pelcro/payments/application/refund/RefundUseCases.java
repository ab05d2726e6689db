package com.pelcro.payments.application.refund;

import com.pelcro.payments.application.Storage;
import com.pelcro.payments.application.gateway.Gateways;
import com.pelcro.payments.application.operation.Journal;
import com.pelcro.payments.application.site.Serving;
import com.pelcro.payments.domain.recovery.RecoverySchedule;
import java.time.InstantSource;

/// The use cases of refunds, wired to work on any storage.
public record RefundUseCases(
    CreateRefund create, FindRefund find, ListRefunds list, RefundExchange exchange) {

  public static RefundUseCases on(Storage storage, Gateways gateways, InstantSource clock) {
    var journal = new Journal(storage.operations(), RecoverySchedule.USUAL, clock);
    var resolution =
        new RefundResolution(
            storage.charges(), storage.refunds(), journal, storage.eventLog(), clock);
    var exchange = new RefundExchange(storage.transactions(), gateways, resolution);
    var opening =
        new RefundOpening(
            storage.charges(),
            storage.refunds(),
            journal,
            new Serving(storage.integrations()),
            storage.eventLog(),
            clock);
    return new RefundUseCases(
        new CreateRefund(
            storage.transactions(), storage.claims(), storage.refunds(), opening, exchange),
        new FindRefund(storage.refunds()),
        new ListRefunds(storage.charges(), storage.refunds()),
        exchange);
  }
}
