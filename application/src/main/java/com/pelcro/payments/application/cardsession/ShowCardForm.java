package com.pelcro.payments.application.cardsession;

import com.pelcro.payments.domain.cardsession.CardFields.Microform;
import com.pelcro.payments.domain.cardsession.CardSession;
import com.pelcro.payments.domain.cardsession.CardSessionId;
import jakarta.inject.Inject;
import java.time.InstantSource;

/// Finds what our own card form shows. Its page knows nothing but the session's id.
public final class ShowCardForm {

  /// What there is to be shown.
  public sealed interface View {

    record Open(CardSession session, Microform fields) implements View {}

    record Expired() implements View {}

    /// No such session, or one without hosted fields.
    record Unknown() implements View {}
  }

  private final CardSessions sessions;
  private final InstantSource clock;

  @Inject
  public ShowCardForm(CardSessions sessions, InstantSource clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  public View show(CardSessionId id) {
    return sessions.find(id).map(this::view).orElseGet(View.Unknown::new);
  }

  private View view(CardSession session) {
    if (!(session.fields() instanceof Microform fields)) {
      return new View.Unknown();
    }
    return clock.instant().isBefore(session.expiresAt())
        ? new View.Open(session, fields)
        : new View.Expired();
  }
}
