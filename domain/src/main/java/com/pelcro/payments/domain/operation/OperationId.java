package com.pelcro.payments.domain.operation;

import com.pelcro.payments.domain.idempotency.ResourceId;
import com.pelcro.payments.domain.idempotency.TimeOrderedId;

/// Names one thing asked of the gateway; its references derive from it.
public record OperationId(String value) implements ResourceId {

  public static final String PREFIX = "op_";

  public OperationId {
    TimeOrderedId.checked(PREFIX, value);
  }

  public static OperationId next() {
    return new OperationId(TimeOrderedId.next(PREFIX));
  }

  @Override
  public String toString() {
    return value;
  }
}
