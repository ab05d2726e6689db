package com.pelcro.payments.bootstrap.journey;

import com.pelcro.payments.domain.TestOutput;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/// An account with the gateway.
public record Merchant(String id, String keyId, String secret) {

  /// One nobody has heard of.
  public static Merchant invented() {
    var random = UUID.randomUUID().toString();
    var secret =
        TestOutput.secret(
            Base64.getEncoder().encodeToString(random.getBytes(StandardCharsets.US_ASCII)));
    return new Merchant("journey_" + random.substring(0, 8), UUID.randomUUID().toString(), secret);
  }

  public Map<String, String> settings() {
    return Map.of("merchant_id", id, "key_id", keyId, "secret_key", secret);
  }

  public Map<String, Object> integration(String status) {
    return new HashMap<>(
        Map.of(
            "environment",
            "sandbox",
            "status",
            status,
            "supported_currency",
            "EUR",
            "settings",
            settings()));
  }
}
