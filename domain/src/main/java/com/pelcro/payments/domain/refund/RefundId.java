package com.pelcro.payments.domain.refund;

import com.pelcro.payments.domain.idempotency.ResourceId;
import com.pelcro.payments.domain.idempotency.TimeOrderedId;

/// Names one refund.
public record RefundId(String value) implements ResourceId {

  public static final String PREFIX = "re_";

  public RefundId {
    TimeOrderedId.checked(PREFIX, value);
  }

  public static RefundId next() {
    return new RefundId(TimeOrderedId.next(PREFIX));
  }

  @Override
  public String toString() {
    return value;
  }
}
