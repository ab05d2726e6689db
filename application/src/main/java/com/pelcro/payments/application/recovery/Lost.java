package com.pelcro.payments.application.recovery;

import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.gateway.GatewayAdapter;
import com.pelcro.payments.domain.gateway.Lookup;
import com.pelcro.payments.domain.gateway.PaymentGateway;
import com.pelcro.payments.domain.operation.Operation;
import com.pelcro.payments.domain.site.Integration;

/// An operation whose answer was lost, with everything needed to find out what became of it.
record Lost(Operation operation, Subject subject, Integration integration, GatewayAdapter gateway) {

  PaymentGateway payments() {
    return gateway.payments();
  }

  Lookup lookup() {
    return new Lookup(
        integration,
        operation.kind(),
        operation.references(),
        operation.amount(),
        captures(),
        operation.askedAt());
  }

  private boolean captures() {
    return subject instanceof Subject.OfCharge(var charge) && charge.mode() == Charge.Mode.SALE;
  }
}
