package com.pelcro.payments.application.recovery;

import com.pelcro.payments.application.charge.Charges;
import com.pelcro.payments.application.paymentmethod.PaymentMethods;
import com.pelcro.payments.application.recovery.Subject.OfCard;
import com.pelcro.payments.application.recovery.Subject.OfCharge;
import com.pelcro.payments.application.recovery.Subject.OfRefund;
import com.pelcro.payments.application.refund.Refunds;
import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.operation.Operation;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodId;
import com.pelcro.payments.domain.refund.RefundId;
import jakarta.inject.Inject;

/// Finds what an operation was asked for.
final class Subjects {

  private final Charges charges;
  private final Refunds refunds;
  private final PaymentMethods methods;

  @Inject
  Subjects(Charges charges, Refunds refunds, PaymentMethods methods) {
    this.charges = charges;
    this.refunds = refunds;
    this.methods = methods;
  }

  Subject of(Operation operation) {
    var site = operation.site();
    return switch (operation.subject()) {
      case ChargeId id -> new OfCharge(charges.find(site, id).orElseThrow());
      case RefundId id -> {
        var refund = refunds.find(site, id).orElseThrow();
        yield new OfRefund(charges.find(site, refund.charge()).orElseThrow(), refund);
      }
      case PaymentMethodId id -> new OfCard(methods.find(site, id).orElseThrow());
      default -> throw new IllegalStateException(operation.subject() + " is asked nothing for");
    };
  }
}
