package com.pelcro.payments.application.refund;

import com.pelcro.payments.application.Transactions;
import com.pelcro.payments.application.gateway.Gateways;
import com.pelcro.payments.domain.gateway.FollowUp;
import com.pelcro.payments.domain.refund.Refund;
import jakarta.inject.Inject;

/// Sends a recorded refund and resolves it by the answer: a refund's only path to the gateway.
public final class RefundExchange {

  private final Transactions transactions;
  private final Gateways gateways;
  private final RefundResolution resolution;

  @Inject
  public RefundExchange(Transactions transactions, Gateways gateways, RefundResolution resolution) {
    this.transactions = transactions;
    this.gateways = gateways;
    this.resolution = resolution;
  }

  public Refund send(RefundOpening.Opened opened) {
    var charge = opened.charge();
    var followUp =
        new FollowUp(
            opened.integration(),
            opened.operation().references(),
            charge.taking(),
            opened.refund().amount());
    var heard = gateways.get(charge.gateway()).payments().refund(followUp);
    return transactions.commit(() -> resolution.apply(opened.refund(), opened.operation(), heard));
  }
}
