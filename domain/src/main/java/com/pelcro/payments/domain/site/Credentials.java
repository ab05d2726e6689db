package com.pelcro.payments.domain.site;

import java.util.Map;
import java.util.Objects;

/// Named values that the gateway's adapter alone understands; those in `secrets` are encrypted at
/// rest.
public record Credentials(Map<String, String> values, Map<String, SharedSecret> secrets) {

  public Credentials {
    values = Map.copyOf(values);
    secrets = Map.copyOf(secrets);
  }

  /// The open value with this name; throws when the adapter's own required setting is missing.
  public String value(String name) {
    return Objects.requireNonNull(values.get(name), () -> "no setting " + name);
  }

  /// The secret with this name; throws when the adapter's own required setting is missing.
  public SharedSecret secret(String name) {
    return Objects.requireNonNull(secrets.get(name), () -> "no secret setting " + name);
  }
}
