package com.pelcro.payments.cybersource.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// The gateway's HTTP signature: an HMAC over a few lines, each a header's name and value. A
/// request with a body adds a digest of its bytes.
public final class HttpSignature implements RequestSigner {

  private static final String MAC = "HmacSHA256";

  private static final String SIGNED = "host date request-target v-c-merchant-id";
  private static final String SIGNED_WITH_BODY = "host date request-target digest v-c-merchant-id";

  @Override
  public Map<String, String> sign(Unsigned request, MerchantKeys keys) {
    var headers = new LinkedHashMap<String, String>();
    var digest = request.body() == null ? null : digest(request.body());
    if (digest != null) {
      headers.put("Digest", digest);
    }
    headers.put("Host", request.host());
    headers.put("Date", request.date());
    headers.put("v-c-merchant-id", keys.merchantId());
    headers.put("Signature", header(request, digest, keys));
    return headers;
  }

  private static String header(Unsigned request, @Nullable String digest, MerchantKeys keys) {
    return "keyid=\""
        + keys.keyId()
        + "\", algorithm=\""
        + MAC
        + "\", headers=\""
        + (digest == null ? SIGNED : SIGNED_WITH_BODY)
        + "\", signature=\""
        + signature(keys.secret(), text(request, digest, keys.signedAs()))
        + "\"";
  }

  /// A line for each signed header, in the order in which they are named.
  private static String text(Unsigned request, @Nullable String digest, String merchant) {
    return "host: "
        + request.host()
        + "\ndate: "
        + request.date()
        + "\nrequest-target: "
        + request.method().toLowerCase(Locale.ROOT)
        + " "
        + request.target()
        + (digest == null ? "" : "\ndigest: " + digest)
        + "\nv-c-merchant-id: "
        + merchant;
  }

  static String signature(byte[] secret, String text) {
    return base64(hmac(secret, text));
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
