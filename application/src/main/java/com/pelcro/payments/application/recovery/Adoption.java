package com.pelcro.payments.application.recovery;

import com.pelcro.payments.application.charge.ChargeExchange;
import com.pelcro.payments.application.paymentmethod.CardExchange;
import com.pelcro.payments.application.refund.RefundExchange;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.gateway.GatewayAnswer;
import com.pelcro.payments.domain.gateway.Witnessed;
import com.pelcro.payments.domain.operation.OperationKind;
import com.pelcro.payments.domain.operation.Proof;
import jakarta.inject.Inject;

/// Hands an answer that is known after all to whom it belongs: the same step that resolves one
/// heard at once.
final class Adoption {

  private final ChargeExchange charges;
  private final RefundExchange refunds;
  private final CardExchange cards;
  private final OrphanReturn orphans;

  @Inject
  Adoption(
      ChargeExchange charges, RefundExchange refunds, CardExchange cards, OrphanReturn orphans) {
    this.charges = charges;
    this.refunds = refunds;
    this.cards = cards;
    this.orphans = orphans;
  }

  void adopt(Lost lost, Witnessed<GatewayAnswer> heard, Proof proof) {
    switch (lost.subject()) {
      case Subject.OfCharge(var charge) -> adopt(charge, lost, heard, proof);
      case Subject.OfRefund(var charge, var refund) -> {
        var _ = refunds.resolve(charge, refund, lost.operation(), lost.integration(), heard, proof);
      }
      case Subject.OfCard(var method) -> {
        var _ = cards.resolve(method, lost.operation(), lost.integration(), heard, proof);
      }
    }
  }

  private void adopt(Charge charge, Lost lost, Witnessed<GatewayAnswer> heard, Proof proof) {
    if (lost.operation().kind() == OperationKind.REFUND) {
      orphans.resolve(lost, heard, proof);
    } else {
      var _ = charges.resolve(charge, lost.operation(), lost.integration(), heard, proof);
    }
  }
}
