package com.pelcro.payments.domain.charge;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the caller wrote on a charge, a refund or a subscription; we keep it and never read it.
public record Notes(
    @Nullable String reference, @Nullable String description, Map<String, String> metadata) {

  /// Nothing was written.
  public static final Notes NONE = new Notes(null, null, Map.of());

  public Notes {
    metadata = Map.copyOf(metadata);
  }
}
