package com.pelcro.payments.domain.paymentmethod;

import com.pelcro.payments.domain.idempotency.ResourceId;
import com.pelcro.payments.domain.idempotency.TimeOrderedId;

/// Names one payment method.
public record PaymentMethodId(String value) implements ResourceId {

  public static final String PREFIX = "pm_";

  public PaymentMethodId {
    TimeOrderedId.checked(PREFIX, value);
  }

  public static PaymentMethodId next() {
    return new PaymentMethodId(TimeOrderedId.next(PREFIX));
  }

  @Override
  public String toString() {
    return value;
  }
}
