package com.pelcro.payments.http.cardsession;

import com.pelcro.payments.domain.cardsession.CardFields.Microform;
import com.pelcro.payments.domain.cardsession.CardSession;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the card form needs to open its hosted fields; `expiresIn` is in seconds, for browsers
/// whose clocks are wrong.
record ContextJson(
    String cardSession,
    String captureContext,
    String clientLibrary,
    @Nullable String clientLibraryIntegrity,
    Instant expiresAt,
    long expiresIn) {

  static ContextJson of(CardSession session, Microform fields, Instant now) {
    return new ContextJson(
        session.id().value(),
        fields.captureContext(),
        fields.clientLibrary(),
        fields.clientLibraryIntegrity(),
        session.expiresAt(),
        Duration.between(now, session.expiresAt()).toSeconds());
  }
}
