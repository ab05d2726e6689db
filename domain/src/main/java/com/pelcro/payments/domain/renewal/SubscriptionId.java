package com.pelcro.payments.domain.renewal;

import com.pelcro.payments.domain.idempotency.ResourceId;
import com.pelcro.payments.domain.idempotency.TimeOrderedId;

/// Names one subscription.
public record SubscriptionId(String value) implements ResourceId {

  public static final String PREFIX = "sub_";

  public SubscriptionId {
    TimeOrderedId.checked(PREFIX, value);
  }

  public static SubscriptionId next() {
    return new SubscriptionId(TimeOrderedId.next(PREFIX));
  }

  @Override
  public String toString() {
    return value;
  }
}
