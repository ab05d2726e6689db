package com.pelcro.payments.cybersource.capture;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.pelcro.payments.cybersource.json.Json;
import com.pelcro.payments.cybersource.json.Reading;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.Optional;

/// A JWT of the gateway's: RS256 and nothing else. Its claims are worth nothing before the
/// signature is checked.
final class SignedToken {

  private static final int LONGEST = 16_384;

  private final JWSObject jws;
  private final Reading claims;

  private SignedToken(JWSObject jws, Reading claims) {
    this.jws = jws;
    this.claims = claims;
  }

  static Optional<SignedToken> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      var jws = JWSObject.parse(text);
      return Optional.of(jws)
          .filter(one -> JWSAlgorithm.RS256.equals(one.getHeader().getAlgorithm()))
          .filter(one -> one.getHeader().getKeyID() != null)
          .flatMap(one -> Json.read(one.getPayload().toString()))
          .map(claims -> new SignedToken(jws, claims));
    } catch (ParseException _) {
      return Optional.empty();
    }
  }

  String keyId() {
    return jws.getHeader().getKeyID();
  }

  /// The claims, when this key signed them.
  Optional<Reading> claims(RSAPublicKey key) {
    try {
      return jws.verify(new RSASSAVerifier(key)) ? Optional.of(claims) : Optional.empty();
    } catch (JOSEException _) {
      return Optional.empty();
    }
  }
}
