package com.pelcro.payments.simulator.microform;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.jspecify.annotations.Nullable;

/// A key of Flex v1: the browser encrypts the number to it, and its answers are signed with it.
///
/// @param encryption `None`, `RsaOaep` or `RsaOaep256`
record FlexKey(
    String merchant, RSAKey key, String encryption, @Nullable String origin, Instant expires) {

  /// The digits of a number that was encrypted as agreed; nothing when it was not.
  Optional<String> open(String sent) {
    if (encryption.equals("None")) {
      return Optional.of(sent);
    }
    try {
      var hash =
          encryption.equals("RsaOaep256") ? MGF1ParameterSpec.SHA256 : MGF1ParameterSpec.SHA1;
      var cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
      var padding =
          new OAEPParameterSpec(
              hash.getDigestAlgorithm(), "MGF1", hash, PSource.PSpecified.DEFAULT);
      cipher.init(Cipher.DECRYPT_MODE, key.toRSAPrivateKey(), padding);
      var opened = cipher.doFinal(Base64.getDecoder().decode(sent));
      return Optional.of(new String(opened, StandardCharsets.UTF_8));
    } catch (GeneralSecurityException | IllegalArgumentException | JOSEException garbled) {
      return Optional.empty();
    }
  }

  /// SHA512withRSA over the text, in Base64.
  String sign(String text) {
    try {
      var signature = Signature.getInstance("SHA512withRSA");
      signature.initSign(key.toRSAPrivateKey());
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException | JOSEException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /// The public half as X.509 in Base64.
  String publicKey() {
    try {
      return Base64.getEncoder().encodeToString(key.toRSAPublicKey().getEncoded());
    } catch (JOSEException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
