package com.pelcro.payments.simulator.http;

import org.jspecify.annotations.Nullable;

/// What a merchant signs with: a key's id and its shared secret in Base64.
///
/// @param portfolio set for a meta key: the id that is signed in place of the merchant's
public record Credentials(
    String merchant, String keyId, String secret, @Nullable String portfolio) {

  String signedMerchant() {
    return portfolio == null ? merchant : portfolio;
  }

  @Override
  public String toString() {
    return "Credentials[" + merchant + ", " + keyId + ", ***]";
  }
}
