package com.pelcro.payments.domain.reconciliation;

import com.pelcro.payments.domain.idempotency.ResourceId;
import com.pelcro.payments.domain.idempotency.TimeOrderedId;

/// Names one comparison of books.
public record ReconciliationId(String value) implements ResourceId {

  public static final String PREFIX = "rec_";

  public ReconciliationId {
    TimeOrderedId.checked(PREFIX, value);
  }

  public static ReconciliationId next() {
    return new ReconciliationId(TimeOrderedId.next(PREFIX));
  }

  @Override
  public String toString() {
    return value;
  }
}
