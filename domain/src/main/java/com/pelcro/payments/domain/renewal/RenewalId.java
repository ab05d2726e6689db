package com.pelcro.payments.domain.renewal;

import com.pelcro.payments.domain.idempotency.ResourceId;
import com.pelcro.payments.domain.idempotency.TimeOrderedId;

/// Names the collection of one period of a subscription.
public record RenewalId(String value) implements ResourceId {

  public static final String PREFIX = "rn_";

  public RenewalId {
    TimeOrderedId.checked(PREFIX, value);
  }

  public static RenewalId next() {
    return new RenewalId(TimeOrderedId.next(PREFIX));
  }

  @Override
  public String toString() {
    return value;
  }
}
