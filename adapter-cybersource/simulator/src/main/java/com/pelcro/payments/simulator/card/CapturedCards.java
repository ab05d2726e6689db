package com.pelcro.payments.simulator.card;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The cards behind the transient tokens the simulator issued.
public final class CapturedCards {

  private final Map<String, CapturedCard> byJti = new HashMap<>();
  private final Map<String, String> jtiByJwt = new HashMap<>();

  /// Keeps a card under its token.
  public void keep(CapturedCard card) {
    byJti.put(card.jti(), card);
    jtiByJwt.put(card.jwt(), card.jti());
  }

  /// The card of this very token. Any other text, however well formed, was not issued here.
  public Optional<CapturedCard> byToken(String merchant, String jwt) {
    return Optional.ofNullable(jtiByJwt.get(jwt)).flatMap(jti -> byJti(merchant, jti));
  }

  /// The card of the token with this `jti`.
  public Optional<CapturedCard> byJti(String merchant, String jti) {
    return Optional.ofNullable(byJti.get(jti)).filter(card -> card.merchant().equals(merchant));
  }

  /// An authorization succeeded: the token is worth nothing any more.
  public void spend(CapturedCard card) {
    keep(
        new CapturedCard(
            card.jti(),
            card.jwt(),
            card.merchant(),
            card.number(),
            card.month(),
            card.year(),
            card.securityCode(),
            card.expires(),
            true));
  }

  /// Forgets all.
  public void clear() {
    byJti.clear();
    jtiByJwt.clear();
  }
}
