package com.pelcro.payments.simulator.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Decides who signed a request, by the gateway's HTTP Signature scheme (HMAC-SHA256 with a shared
/// secret).
public final class SignatureCheck {

  private static final Duration WINDOW = Duration.ofMinutes(5);
  private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

  private final Merchants merchants;
  private final InstantSource clock;

  /// Checks against these merchants' keys, by this clock.
  public SignatureCheck(Merchants merchants, InstantSource clock) {
    this.merchants = merchants;
    this.clock = clock;
  }

  /// The merchant that signed, or nobody. Names no cause: the gateway does not either.
  public Optional<String> signer(String method, String target, MultiMap headers, Buffer body) {
    return SignatureHeader.parse(headers.get("Signature"))
        .filter(signature -> signature.algorithm().equalsIgnoreCase("HmacSHA256"))
        .filter(signature -> signature.coversWhatItMust(WITH_BODY.contains(method)))
        .filter(signature -> recent(headers.get(signature.dateName())))
        .filter(signature -> digestFits(signature, headers, body))
        .flatMap(signature -> genuine(signature, method, target, headers));
  }

  private Optional<String> genuine(
      SignatureHeader signature, String method, String target, MultiMap headers) {
    var sent = headers.get("v-c-merchant-id");
    return merchants
        .byKey(signature.keyId())
        .filter(credentials -> credentials.merchant().equals(sent))
        .filter(credentials -> fits(signature, credentials, method, target, headers))
        .map(Credentials::merchant);
  }

  private static boolean fits(
      SignatureHeader signature, Credentials key, String method, String target, MultiMap headers) {
    for (var name : signature.names()) {
      if (line(name, key, method, target, headers) == null) {
        return false;
      }
    }
    var base =
        signature.names().stream()
            .map(name -> name + ": " + line(name, key, method, target, headers))
            .collect(Collectors.joining("\n"));
    var expected = Base64.getEncoder().encode(hmac(key.secret(), base));
    return MessageDigest.isEqual(expected, signature.signature().getBytes(UTF_8));
  }

  private static @Nullable String line(
      String name, Credentials key, String method, String target, MultiMap headers) {
    return switch (name) {
      case "request-target", "(request-target)" -> method.toLowerCase(Locale.ROOT) + " " + target;
      case "v-c-merchant-id" -> key.signedMerchant();
      default -> headers.get(name);
    };
  }

  private static boolean digestFits(SignatureHeader signature, MultiMap headers, Buffer body) {
    if (!signature.names().contains("digest")) {
      return true;
    }
    var sent = headers.get("Digest");
    var expected = "SHA-256=" + Base64.getEncoder().encodeToString(sha256(body));
    return sent != null && MessageDigest.isEqual(expected.getBytes(UTF_8), sent.getBytes(UTF_8));
  }

  private boolean recent(@Nullable String date) {
    if (date == null) {
      return false;
    }
    try {
      var sent = DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from);
      return Duration.between(sent, clock.instant()).abs().compareTo(WINDOW) <= 0;
    } catch (DateTimeException malformed) {
      return false;
    }
  }

  private static byte[] hmac(String secret, String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret), "HmacSHA256"));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static byte[] sha256(Buffer body) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(body.getBytes());
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
