package com.pelcro.payments.domain.reconciliation;

import com.pelcro.payments.domain.idempotency.ResourceId;
import com.pelcro.payments.domain.idempotency.TimeOrderedId;

/// Names one difference between the gateway's books and ours.
public record DifferenceId(String value) implements ResourceId {

  public static final String PREFIX = "dif_";

  public DifferenceId {
    TimeOrderedId.checked(PREFIX, value);
  }

  public static DifferenceId next() {
    return new DifferenceId(TimeOrderedId.next(PREFIX));
  }

  @Override
  public String toString() {
    return value;
  }
}
