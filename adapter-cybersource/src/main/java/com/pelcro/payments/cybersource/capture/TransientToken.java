package com.pelcro.payments.cybersource.capture;

import com.pelcro.payments.cybersource.json.Json;
import com.pelcro.payments.cybersource.json.Reading;
import com.pelcro.payments.domain.cardsession.CardSession;
import com.pelcro.payments.domain.gateway.TokenReading;
import com.pelcro.payments.domain.gateway.TokenReading.Expired;
import com.pelcro.payments.domain.gateway.TokenReading.Forged;
import com.pelcro.payments.domain.site.SharedSecret;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/// A token from hosted fields. It has to be signed with the one key that its session's context
/// named; the session keeps that key as a JWK.
public final class TransientToken {

  /// For clocks that do not agree.
  static final Duration LEEWAY = Duration.ofSeconds(10);

  private static final String CARD = "content.paymentInformation.card.";
  private static final Pattern ID = Pattern.compile("[\\x21-\\x7e]{1,128}");

  private TransientToken() {}

  public static TokenReading read(CardSession session, SharedSecret token, Instant now) {
    var key = Json.read(session.verification());
    var signed = SignedToken.parse(token.reveal());
    if (signed.isEmpty() || key.isEmpty()) {
      return new Forged("no RS256 token that names a key");
    }
    if (!key.get().text("kid").equals(Optional.of(signed.get().keyId()))) {
      return new Forged("signed for another session");
    }
    return PublicKeys.ofJwk(key.get())
        .flatMap(signed.get()::claims)
        .map(claims -> read(session, claims, now))
        .orElseGet(() -> new Forged("the signature does not fit"));
  }

  private static TokenReading read(CardSession session, Reading claims, Instant now) {
    var expires = claims.second("exp");
    var id = claims.text("jti").filter(ID.asMatchPredicate());
    if (expires.isEmpty() || id.isEmpty()) {
      return new Forged("no expiry or no id of its own");
    }
    if (now.isAfter(expires.get().plus(LEEWAY))) {
      return new Expired();
    }
    return card(claims)
        .reading(session, id.get(), expires.get())
        .orElseGet(() -> new Forged("no card of a known network with a plausible expiry"));
  }

  private static TypedCard card(Reading claims) {
    return new TypedCard(
        claims.texts(CARD + "number.detectedCardTypes"),
        claims.text(CARD + "number.maskedValue").orElse(""),
        claims.text(CARD + "number.bin").orElse(null),
        claims.text(CARD + "expirationMonth.value").orElse(""),
        claims.text(CARD + "expirationYear.value").orElse(""));
  }
}
