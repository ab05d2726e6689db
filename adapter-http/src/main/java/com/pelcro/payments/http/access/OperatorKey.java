package com.pelcro.payments.http.access;

import com.pelcro.payments.domain.access.ApiKeyHash;
import com.pelcro.payments.domain.site.SharedSecret;

/// The key that opens everything, kept as its hash.
public record OperatorKey(ApiKeyHash hash) {

  public static OperatorKey of(SharedSecret key) {
    return new OperatorKey(ApiKeyHash.of(key.reveal()));
  }

  /// Compares in a time that tells nothing about the key.
  public boolean isOpenedBy(String presented) {
    return hash.isSame(ApiKeyHash.of(presented));
  }

  /// Tells this key from another one, and opens nothing.
  public String digest() {
    return ApiKeyHash.of("dashboard " + hash.value()).value();
  }

  @Override
  public String toString() {
    return "OperatorKey[***]";
  }
}
