package com.pelcro.payments.domain.cardsession;

import com.pelcro.payments.domain.idempotency.ResourceId;
import com.pelcro.payments.domain.idempotency.TimeOrderedId;

/// Names one opening of the hosted card fields.
public record CardSessionId(String value) implements ResourceId {

  public static final String PREFIX = "cs_";

  public CardSessionId {
    TimeOrderedId.checked(PREFIX, value);
  }

  public static CardSessionId next() {
    return new CardSessionId(TimeOrderedId.next(PREFIX));
  }

  @Override
  public String toString() {
    return value;
  }
}
