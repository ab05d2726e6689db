package com.pelcro.payments.domain.charge;

import com.pelcro.payments.domain.idempotency.ResourceId;
import com.pelcro.payments.domain.idempotency.TimeOrderedId;

/// Names one charge.
public record ChargeId(String value) implements ResourceId {

  public static final String PREFIX = "ch_";

  public ChargeId {
    TimeOrderedId.checked(PREFIX, value);
  }

  public static ChargeId next() {
    return new ChargeId(TimeOrderedId.next(PREFIX));
  }

  @Override
  public String toString() {
    return value;
  }
}
