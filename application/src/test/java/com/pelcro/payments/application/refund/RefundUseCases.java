package com.pelcro.payments.application.refund;

import com.pelcro.payments.application.Storage;
import com.pelcro.payments.application.gateway.Gateways;
import com.pelcro.payments.application.site.Serving;
import java.time.InstantSource;

/// The use cases of refunds, wired to work on any storage.
public record RefundUseCases(
    CreateRefund create, FindRefund find, ListRefunds list, RefundResolution resolution) {

  public static RefundUseCases on(Storage storage, Gateways gateways, InstantSource clock) {
    var resolution =
        new RefundResolution(
            storage.charges(), storage.refunds(), storage.operations(), storage.eventLog(), clock);
    var opening =
        new RefundOpening(
            storage.charges(),
            storage.refunds(),
            storage.operations(),
            new Serving(storage.integrations()),
            storage.eventLog(),
            clock);
    return new RefundUseCases(
        new CreateRefund(
            storage.transactions(),
            storage.claims(),
            storage.refunds(),
            opening,
            new RefundExchange(storage.transactions(), gateways, resolution)),
        new FindRefund(storage.refunds()),
        new ListRefunds(storage.charges(), storage.refunds()),
        resolution);
  }
}
