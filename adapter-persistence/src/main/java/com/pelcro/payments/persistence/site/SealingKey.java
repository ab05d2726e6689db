package com.pelcro.payments.persistence.site;

import com.pelcro.payments.domain.site.SharedSecret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/// An AES key derived from a configured text, and the name that says which one sealed a value. The
/// name is derived apart from the key and tells nothing about it.
record SealingKey(String name, SecretKey key) {

  private static final int KEY_BYTES = 32;
  private static final int NAME_BYTES = 4;

  static SealingKey of(SharedSecret text) {
    try {
      var derivation = KDF.getInstance("HKDF-SHA256");
      var name = derivation.deriveData(parameters(text, "pelcro-payments key name", NAME_BYTES));
      var key = derivation.deriveKey("AES", parameters(text, "pelcro-payments secrets", KEY_BYTES));
      return new SealingKey(HexFormat.of().formatHex(name), key);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK derives no keys by HKDF", e);
    }
  }

  private static HKDFParameterSpec parameters(SharedSecret text, String purpose, int length) {
    return HKDFParameterSpec.ofExtract()
        .addIKM(text.reveal().getBytes(StandardCharsets.UTF_8))
        .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), length);
  }

  @Override
  public String toString() {
    return name;
  }
}
