package com.pelcro.payments.cybersource.capture;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.pelcro.payments.cybersource.json.Reading;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.util.Base64;
import java.util.Optional;

/// Reads public keys of the gateway's. What a JWK says of its use is left aside: the gateway signs
/// tokens with keys it marks for encryption.
final class PublicKeys {

  private static final int SHORTEST = 2048;

  private PublicKeys() {}

  static Optional<RSAPublicKey> ofJwk(Reading jwk) {
    try {
      return Optional.of(RSAKey.parse(jwk.node().toString()).toRSAPublicKey())
          .filter(PublicKeys::isLongEnough);
    } catch (ParseException | JOSEException _) {
      return Optional.empty();
    }
  }

  static Optional<PublicKey> ofDer(String base64) {
    try {
      var spec = new X509EncodedKeySpec(Base64.getDecoder().decode(base64));
      return Optional.of(KeyFactory.getInstance("RSA").generatePublic(spec))
          .filter(key -> key instanceof RSAPublicKey rsa && isLongEnough(rsa));
    } catch (GeneralSecurityException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static boolean isLongEnough(RSAPublicKey key) {
    return key.getModulus().bitLength() >= SHORTEST;
  }
}
