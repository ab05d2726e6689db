package com.pelcro.payments.cybersource.capture;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

/// Signs tokens for tests, rightly and wrongly.
final class Signing {

  /// The session's own key, marked for encryption as the gateway marks it, and a stranger's.
  static final RSAKey SESSION = generate("08session");

  static final RSAKey STRANGER = generate("08stranger");

  private Signing() {}

  static String signed(RSAKey key, String kid, String claims) {
    return signed(JWSAlgorithm.RS256, kid, claims, signer(key));
  }

  static String signed(JWSAlgorithm algorithm, String kid, String claims, JWSSigner signer) {
    var header = new JWSHeader.Builder(algorithm).keyID(kid).build();
    var jws = new JWSObject(header, new Payload(claims));
    try {
      jws.sign(signer);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return jws.serialize();
  }

  static JWSSigner signer(RSAKey key) {
    try {
      return new RSASSASigner(key);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  static JWSSigner mac(byte[] secret) {
    try {
      return new MACSigner(secret);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RSAKey generate(String kid) {
    try {
      return new RSAKeyGenerator(2048).keyID(kid).keyUse(KeyUse.ENCRYPTION).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
