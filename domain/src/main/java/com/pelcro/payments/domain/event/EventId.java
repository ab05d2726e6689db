package com.pelcro.payments.domain.event;

import com.pelcro.payments.domain.idempotency.ResourceId;
import com.pelcro.payments.domain.idempotency.TimeOrderedId;

/// Names one event.
public record EventId(String value) implements ResourceId {

  public static final String PREFIX = "evt_";

  public EventId {
    TimeOrderedId.checked(PREFIX, value);
  }

  public static EventId next() {
    return new EventId(TimeOrderedId.next(PREFIX));
  }

  @Override
  public String toString() {
    return value;
  }
}
