package com.pelcro.payments.cybersource.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The gateway's HTTP signature: an HMAC over a few lines, each a header's name and value. A
/// request with a body adds a digest of its bytes.
public final class HttpSignature implements RequestSigner {

  private static final String MAC = "HmacSHA256";

  @Override
  public Map<String, String> sign(Unsigned request, MerchantKeys keys) {
    var lines = new LinkedHashMap<String, String>();
    var headers = new LinkedHashMap<String, String>();
    lines.put("host", request.host());
    lines.put("date", request.date());
    lines.put("request-target", request.method().toLowerCase(Locale.ROOT) + " " + request.target());
    if (request.body() != null) {
      var digest = digest(request.body());
      lines.put("digest", digest);
      headers.put("Digest", digest);
    }
    lines.put("v-c-merchant-id", keys.signedAs());
    headers.put("Host", request.host());
    headers.put("Date", request.date());
    headers.put("v-c-merchant-id", keys.merchantId());
    headers.put("Signature", header(keys, lines));
    return headers;
  }

  private static String header(MerchantKeys keys, Map<String, String> lines) {
    return "keyid=\""
        + keys.keyId()
        + "\", algorithm=\""
        + MAC
        + "\", headers=\""
        + String.join(" ", lines.keySet())
        + "\", signature=\""
        + signature(keys.secret(), lines)
        + "\"";
  }

  /// Signs lines in the order given.
  static String signature(byte[] secret, Map<String, String> lines) {
    var text = new StringJoiner("\n");
    lines.forEach((name, value) -> text.add(name + ": " + value));
    return base64(hmac(secret, text.toString()));
  }

  static String digest(String body) {
    try {
      var hash = MessageDigest.getInstance("SHA-256");
      return "SHA-256=" + base64(hash.digest(body.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static byte[] hmac(byte[] secret, String text) {
    try {
      var mac = Mac.getInstance(MAC);
      mac.init(new SecretKeySpec(secret, MAC));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (InvalidKeyException e) {
      throw new IllegalArgumentException("not a key", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC with SHA-256", e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
