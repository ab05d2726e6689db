package com.pelcro.payments.domain.settings;

import com.pelcro.payments.domain.idempotency.ResourceId;
import com.pelcro.payments.domain.idempotency.TimeOrderedId;

/// Names one change of a site's settings.
public record SettingsChangeId(String value) implements ResourceId {

  public static final String PREFIX = "set_";

  public SettingsChangeId {
    TimeOrderedId.checked(PREFIX, value);
  }

  public static SettingsChangeId next() {
    return new SettingsChangeId(TimeOrderedId.next(PREFIX));
  }

  @Override
  public String toString() {
    return value;
  }
}
