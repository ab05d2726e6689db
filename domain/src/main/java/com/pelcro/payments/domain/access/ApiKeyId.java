package com.pelcro.payments.domain.access;

import com.pelcro.payments.domain.idempotency.ResourceId;
import com.pelcro.payments.domain.idempotency.TimeOrderedId;

/// Names one site key; says nothing about the key itself.
public record ApiKeyId(String value) implements ResourceId {

  public static final String PREFIX = "key_";

  public ApiKeyId {
    TimeOrderedId.checked(PREFIX, value);
  }

  public static ApiKeyId next() {
    return new ApiKeyId(TimeOrderedId.next(PREFIX));
  }

  @Override
  public String toString() {
    return value;
  }
}
