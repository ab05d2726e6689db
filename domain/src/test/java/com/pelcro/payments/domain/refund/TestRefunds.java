package com.pelcro.payments.domain.refund;

import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.gateway.Failure;
import com.pelcro.payments.domain.gateway.FailureCode;
import com.pelcro.payments.domain.gateway.TestReferences;
import com.pelcro.payments.domain.money.Money;
import java.time.Instant;
import java.util.Map;

/// Refunds to test with.
public final class TestRefunds {

  public static final Instant MADE = Instant.parse("2026-03-01T10:15:35.678Z");

  private TestRefunds() {}

  /// A refund of part of a charge, about to be asked for.
  public static Refund pending(Charge charge, long minorUnits) {
    return new Refund(
        RefundId.next(),
        charge.site(),
        charge.id(),
        new Money(minorUnits, charge.amount().currency()),
        new RefundState.Pending(),
        "requested_by_customer",
        Map.of("ticket", "4711"),
        MADE,
        MADE);
  }

  public static Refund done(Refund refund) {
    return in(new RefundState.Done(TestReferences.full()), refund);
  }

  public static Refund failed(Refund refund) {
    var failure = new Failure(FailureCode.REFUND_DECLINED, "the issuer declined it");
    return in(new RefundState.Failed(failure), refund);
  }

  private static Refund in(RefundState state, Refund refund) {
    return new Refund(
        refund.id(),
        refund.site(),
        refund.charge(),
        refund.amount(),
        state,
        refund.reason(),
        refund.metadata(),
        refund.createdAt(),
        refund.updatedAt().plusMillis(1));
  }
}
