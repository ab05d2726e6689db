package com.pelcro.payments.domain.gateway;

import com.pelcro.payments.domain.paymentmethod.CardSummary;
import com.pelcro.payments.domain.site.CardNetwork;
import java.time.Instant;
import java.util.Set;

/// What a token that came back from the browser proved to be.
public sealed interface TokenReading {

  /// Signed for this session and in time. `id` is the token's own, to see that it is used once;
  /// `networks` are all the card belongs to (several when co-branded); `card` names the first of
  /// them the session takes.
  record Genuine(String id, CardSummary card, Set<CardNetwork> networks, Instant expiresAt)
      implements TokenReading {}

  /// In order, but too late.
  record Expired() implements TokenReading {}

  /// Not what the gateway made for this session. `why` holds nothing of the token.
  record Forged(String why) implements TokenReading {}
}
