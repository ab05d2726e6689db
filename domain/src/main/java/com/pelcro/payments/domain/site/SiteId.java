package com.pelcro.payments.domain.site;

import com.pelcro.payments.domain.idempotency.ResourceId;
import com.pelcro.payments.domain.idempotency.TimeOrderedId;

/// Names one site.
public record SiteId(String value) implements ResourceId {

  public static final String PREFIX = "site_";

  public SiteId {
    TimeOrderedId.checked(PREFIX, value);
  }

  public static SiteId next() {
    return new SiteId(TimeOrderedId.next(PREFIX));
  }

  @Override
  public String toString() {
    return value;
  }
}
