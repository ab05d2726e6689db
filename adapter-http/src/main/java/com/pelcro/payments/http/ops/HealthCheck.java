package com.pelcro.payments.http.ops;

import java.util.Optional;

/// Something the service cannot work without. Blocks for a short time at most, and throws nothing.
public interface HealthCheck {

  /// What is checked, such as `database`.
  String name();

  /// What is wrong, in words without secrets, if anything is.
  Optional<String> problem();
}
