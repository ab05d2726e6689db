package com.pelcro.payments.cybersource.capture;

import com.pelcro.payments.cybersource.json.Json;
import com.pelcro.payments.cybersource.json.Reading;
import com.pelcro.payments.domain.cardsession.CardFields;
import com.pelcro.payments.domain.cardsession.CardSession;
import com.pelcro.payments.domain.gateway.TokenReading;
import com.pelcro.payments.domain.gateway.TokenReading.Expired;
import com.pelcro.payments.domain.gateway.TokenReading.Forged;
import com.pelcro.payments.domain.site.SharedSecret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The answer to tokenizing a card with a bare public key. It says itself which of its fields are
/// signed and in what order, so the shapes of the fields keep one from passing for another. The
/// expiry is no part of it: the page adds `cardExpirationMonth` and `cardExpirationYear` as they
/// were typed, unsigned, as in the hosted fields.
public final class FlexToken {

  private static final Duration LIFETIME = Duration.ofMinutes(15);
  private static final int LONGEST = 16_384;
  private static final int MOST_FIELDS = 20;
  private static final List<Field> SIGNED =
      List.of(
          new Field("token", Pattern.compile("[A-Za-z0-9]{14,64}")),
          new Field("cardType", Pattern.compile("\\d{3}")),
          new Field("maskedPan", Pattern.compile("\\d{6,8}[Xx*.]{2,12}\\d{4}")),
          new Field("timestamp", Pattern.compile("\\d{13}")));

  /// A field that has to be signed, and what its value looks like.
  private record Field(String name, Pattern shape) {

    boolean fits(Reading token) {
      return token.text(name).filter(shape.asMatchPredicate()).isPresent();
    }
  }

  private FlexToken() {}

  /// The card number's token in the vault.
  public static Optional<String> identifier(SharedSecret token) {
    return Json.read(token.reveal()).flatMap(answer -> answer.text("token"));
  }

  public static TokenReading read(CardSession session, SharedSecret token, Instant now) {
    return Optional.of(token.reveal())
        .filter(text -> text.length() <= LONGEST)
        .flatMap(Json::read)
        .map(answer -> read(session, answer, now))
        .orElseGet(() -> new Forged("no JSON object"));
  }

  private static TokenReading read(CardSession session, Reading answer, Instant now) {
    if (!answer.text("keyId").equals(keyId(session))) {
      return new Forged("made for another session");
    }
    var names = List.of(answer.text("signedFields").orElse("").split(",", MOST_FIELDS));
    var whole = SIGNED.stream().allMatch(field -> names.contains(field.name) && field.fits(answer));
    if (!whole) {
      return new Forged("not all of it is signed");
    }
    return signedText(answer, names)
        .filter(text -> isSigned(session, answer, text))
        .map(text -> read(session, answer, text, now))
        .orElseGet(() -> new Forged("the signature does not fit"));
  }

  private static TokenReading read(
      CardSession session, Reading answer, String signed, Instant now) {
    var made = Instant.ofEpochMilli(Long.parseLong(answer.text("timestamp").orElseThrow()));
    var expires = made.plus(LIFETIME);
    if (now.isAfter(expires.plus(TransientToken.LEEWAY))) {
      return new Expired();
    }
    if (made.isAfter(now.plus(TransientToken.LEEWAY))) {
      return new Forged("made in the future");
    }
    return card(answer)
        .reading(session, "flex-" + hash(signed), expires)
        .orElseGet(() -> new Forged("no card of a known network with a plausible expiry"));
  }

  private static TypedCard card(Reading answer) {
    var masked = answer.text("maskedPan").orElseThrow();
    return new TypedCard(
        List.of(answer.text("cardType").orElseThrow()),
        masked,
        masked.substring(0, 6),
        answer.text("cardExpirationMonth").orElse(""),
        answer.text("cardExpirationYear").orElse(""));
  }

  /// The signed values in the order the answer gives. A value with a comma could be read as two.
  private static Optional<String> signedText(Reading answer, List<String> names) {
    var values = names.stream().map(name -> answer.text(name).orElse(",")).toList();
    return values.stream().anyMatch(value -> value.contains(","))
        ? Optional.empty()
        : Optional.of(String.join(",", values));
  }

  private static boolean isSigned(CardSession session, Reading answer, String text) {
    var key =
        Json.read(session.verification())
            .flatMap(kept -> kept.text("publicKey"))
            .flatMap(PublicKeys::ofDer);
    return key.isPresent() && verifies(key.get(), text, answer.text("signature").orElse(""));
  }

  private static boolean verifies(PublicKey key, String text, String signature) {
    try {
      var verifier = Signature.getInstance("SHA512withRSA");
      verifier.initVerify(key);
      verifier.update(text.getBytes(StandardCharsets.UTF_8));
      return verifier.verify(Base64.getDecoder().decode(signature));
    } catch (GeneralSecurityException | IllegalArgumentException _) {
      return false;
    }
  }

  private static Optional<String> keyId(CardSession session) {
    return switch (session.fields()) {
      case CardFields.FlexKey(var keyId, _) -> Optional.of(keyId);
      case CardFields.Microform _ -> Optional.empty();
    };
  }

  /// The vault's token is the same whenever the card is, so what was signed names this one use.
  private static String hash(String signed) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
