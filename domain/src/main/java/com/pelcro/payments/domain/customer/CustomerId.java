package com.pelcro.payments.domain.customer;

import com.pelcro.payments.domain.idempotency.ResourceId;
import com.pelcro.payments.domain.idempotency.TimeOrderedId;

/// Names one customer of a site.
public record CustomerId(String value) implements ResourceId {

  public static final String PREFIX = "cus_";

  public CustomerId {
    TimeOrderedId.checked(PREFIX, value);
  }

  public static CustomerId next() {
    return new CustomerId(TimeOrderedId.next(PREFIX));
  }

  @Override
  public String toString() {
    return value;
  }
}
