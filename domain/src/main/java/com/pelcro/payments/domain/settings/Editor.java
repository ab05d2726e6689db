package com.pelcro.payments.domain.settings;

import com.pelcro.payments.domain.access.ApiKeyId;
import org.jspecify.annotations.Nullable;

/// Who changes settings, and by which door they came.
///
/// @param key the site key that was held; without one it was the operator key
public record Editor(@Nullable ApiKeyId key, Door door) {

  /// How settings are changed.
  public enum Door {
    API,
    DASHBOARD
  }
}
