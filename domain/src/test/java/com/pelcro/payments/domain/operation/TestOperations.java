package com.pelcro.payments.domain.operation;

import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.paymentmethod.PaymentMethod;
import com.pelcro.payments.domain.refund.Refund;
import java.time.Instant;

/// Operations to test with, asked at [#ASKED].
public final class TestOperations {

  public static final Instant ASKED = Instant.parse("2026-03-01T10:15:38.567Z");

  private TestOperations() {}

  public static Operation of(Charge charge) {
    return of(OperationKind.CHARGE, charge);
  }

  public static Operation of(OperationKind kind, Charge charge) {
    return Operation.of(charge.site(), kind, charge.id(), charge.amount(), ASKED, Actor.API);
  }

  public static Operation of(Refund refund) {
    return Operation.of(
        refund.site(), OperationKind.REFUND, refund.id(), refund.amount(), ASKED, Actor.API);
  }

  public static Operation of(PaymentMethod method) {
    return Operation.of(
        method.site(), OperationKind.SAVE_CARD, method.id(), Money.of(0, "EUR"), ASKED, Actor.API);
  }
}
