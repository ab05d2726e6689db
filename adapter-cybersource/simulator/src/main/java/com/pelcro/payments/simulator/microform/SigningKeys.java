package com.pelcro.payments.simulator.microform;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.pelcro.payments.simulator.http.JsonTree;
import java.security.SecureRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// RSA keys: one that signs capture contexts, and a fresh one for every session.
public final class SigningKeys {

  /// The id under which the contexts' key is published.
  public static final String CONTEXT_KEY_ID = "zu";

  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  private final SecureRandom random = new SecureRandom();
  private final BlockingQueue<RSAKey> spare = new LinkedBlockingQueue<>();
  private final RSAKey contextKey = generate(CONTEXT_KEY_ID, KeyUse.SIGNATURE);

  /// Makes the key of contexts, and the first session's ahead.
  public SigningKeys() {
    makeAhead();
  }

  RSAKey contextKey() {
    return contextKey;
  }

  /// A key of its own for one session. Making one takes a moment, so the next is made ahead.
  RSAKey sessionKey() {
    var ready = spare.poll();
    makeAhead();
    return ready == null ? newSessionKey() : ready;
  }

  private void makeAhead() {
    var _ = Thread.startVirtualThread(() -> spare.add(newSessionKey()));
  }

  private RSAKey newSessionKey() {
    return generate("08" + text(30), KeyUse.ENCRYPTION);
  }

  /// Random letters and digits.
  String text(int length) {
    var text = new StringBuilder(length);
    for (var i = 0; i < length; i++) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }

  /// Random bytes.
  byte[] bytes(int length) {
    var bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  /// A compact JWS whose header names the key and nothing else.
  static String sign(RSAKey key, JsonTree claims) {
    var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
    var jws = new JWSObject(header, new Payload(claims.node().toString()));
    try {
      jws.sign(new RSASSASigner(key));
      return jws.serialize();
    } catch (JOSEException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static RSAKey generate(String id, KeyUse use) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).keyUse(use).generate();
    } catch (JOSEException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
