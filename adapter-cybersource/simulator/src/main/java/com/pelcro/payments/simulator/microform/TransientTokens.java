package com.pelcro.payments.simulator.microform;

import com.pelcro.payments.simulator.card.CapturedCard;
import com.pelcro.payments.simulator.card.CapturedCards;
import com.pelcro.payments.simulator.card.CardNetwork;
import com.pelcro.payments.simulator.card.CardNumber;
import com.pelcro.payments.simulator.http.JsonReply;
import com.pelcro.payments.simulator.http.JsonTree;
import com.pelcro.payments.simulator.http.Refusal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Turns a typed card into a transient token, after the checks the form's server side makes.
public final class TransientTokens {

  private static final Set<CardNetwork> EIGHT_DIGITS =
      Set.of(
          CardNetwork.DISCOVER,
          CardNetwork.JCB,
          CardNetwork.MASTERCARD,
          CardNetwork.UNION_PAY,
          CardNetwork.VISA);

  private final Sessions sessions;
  private final CapturedCards captured;
  private final SigningKeys keys;
  private final InstantSource clock;

  /// Makes tokens for these sessions and keeps the cards behind them.
  public TransientTokens(
      Sessions sessions, CapturedCards captured, SigningKeys keys, InstantSource clock) {
    this.sessions = sessions;
    this.captured = captured;
    this.keys = keys;
    this.clock = clock;
  }

  /// The open session with this id, or a refusal.
  Session session(String id) {
    var now = clock.instant();
    return sessions
        .find(id)
        .filter(session -> now.isBefore(session.expires()))
        .orElseThrow(
            () ->
                new Refusal(
                    JsonReply.capture(
                        400,
                        "CAPTURE_CONTEXT_EXPIRED",
                        "The capture context is unknown or expired",
                        Map.of("captureContext", "unknown or expired"))));
  }

  /// The token of a card typed in this session, or a refusal that names the fields at fault.
  String make(Session session, TypedCard card) {
    var allowed =
        CardNetwork.detect(card.number()).stream()
            .filter(network -> session.networks().contains(network.sessionName()))
            .toList();
    var faults = faults(card, allowed);
    if (!faults.isEmpty()) {
      throw new Refusal(
          JsonReply.capture(400, "VALIDATION_ERROR", "The card is not accepted", faults));
    }
    var now = clock.instant();
    var expires = now.plus(SessionsEndpoint.LIFETIME);
    var jti = jti(expires);
    var jwt = SigningKeys.sign(session.key(), claims(session, card, allowed, jti, now, expires));
    captured.keep(
        new CapturedCard(
            jti,
            jwt,
            session.merchant(),
            card.number(),
            card.month(),
            card.year(),
            card.securityCode(),
            expires,
            false));
    return jwt;
  }

  private Map<String, String> faults(TypedCard card, List<CardNetwork> allowed) {
    var faults = new LinkedHashMap<String, String>();
    if (!card.number().isWellFormed() || allowed.isEmpty()) {
      faults.put("number", "not a card of an allowed network");
    }
    if (!expiresInFuture(card)) {
      faults.put("expirationMonth", "MM and YYYY, not past");
    }
    var code = card.securityCode();
    var digits = allowed.contains(CardNetwork.AMEX) ? 4 : 3;
    if (code != null && !code.matches("\\d{" + digits + "}")) {
      faults.put("securityCode", digits + " digits");
    }
    return faults;
  }

  private boolean expiresInFuture(TypedCard card) {
    if (!card.month().matches("0[1-9]|1[0-2]") || !card.year().matches("\\d{4}")) {
      return false;
    }
    var last = YearMonth.of(Integer.parseInt(card.year()), Integer.parseInt(card.month()));
    return !last.isBefore(YearMonth.from(clock.instant().atZone(ZoneOffset.UTC)));
  }

  private String jti(Instant expires) {
    var hex = Long.toHexString(expires.getEpochSecond());
    var text = keys.text(52) + hex + keys.text(4);
    return text.toUpperCase(Locale.ROOT);
  }

  private JsonTree claims(
      Session session,
      TypedCard card,
      List<CardNetwork> allowed,
      String jti,
      Instant now,
      Instant expires) {
    var content =
        new JsonTree()
            .put("expirationYear.value", card.year())
            .put("number.detectedCardTypes", allowed.stream().map(CardNetwork::code).toList())
            .put("number.maskedValue", card.number().crossed())
            .put("number.bin", prefix(session.includeCardPrefix(), card.number(), allowed))
            .put("securityCode", card.securityCode() == null ? null : Map.of())
            .put("expirationMonth.value", card.month());
    return new JsonTree()
        .put("iss", "Flex/08")
        .put("exp", expires.getEpochSecond())
        .put("type", "mf-2.1.0")
        .put("iat", now.getEpochSecond())
        .put("jti", jti)
        .put("content.paymentInformation.card", content);
  }

  private static @Nullable String prefix(
      @Nullable Boolean wanted, CardNumber number, List<CardNetwork> networks) {
    if (Objects.equals(wanted, false)) {
      return null;
    }
    var eight =
        Objects.equals(wanted, true)
            && number.digits().length() >= 16
            && networks.stream().anyMatch(EIGHT_DIGITS::contains);
    return number.first(eight ? 8 : 6);
  }
}
