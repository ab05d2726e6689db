package com.pelcro.payments.application.cardsession;

import com.pelcro.payments.application.Refusal.InvalidState;
import com.pelcro.payments.application.Refusal.NotFound;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.Transactions;
import com.pelcro.payments.domain.cardsession.CaptureMethod;
import com.pelcro.payments.domain.cardsession.CardSession;
import com.pelcro.payments.domain.cardsession.CardSessionId;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;

/// Opens fresh card fields for a form that is still open in somebody's browser: a new session on
/// the terms of the old one, as far as the site still has them. Whoever knows the session's id may
/// ask, so it is done a limited number of times, for a limited time, and until a card was taken.
public final class RenewCardSession {

  /// How often one form is given fresh fields.
  public static final int MOST = 10;

  /// How long after its end a session can still be renewed: browsers sleep.
  public static final Duration GRACE = Duration.ofHours(1);

  private final Transactions transactions;
  private final CardSessions sessions;
  private final SessionTerms terms;
  private final FieldOpening opening;
  private final CardTesting testing;
  private final InstantSource clock;

  @Inject
  public RenewCardSession(
      Transactions transactions,
      CardSessions sessions,
      SessionTerms terms,
      FieldOpening opening,
      CardTesting testing,
      InstantSource clock) {
    this.transactions = transactions;
    this.sessions = sessions;
    this.terms = terms;
    this.opening = opening;
    this.testing = testing;
    this.clock = clock;
  }

  public Result<CardSession> renew(CardSessionId id) {
    return Result.found(sessions.find(id), () -> new NotFound("card session"))
        .then(this::renewable)
        .then(session -> testing.admit(session, session))
        .then(terms::again)
        .then(agreed -> opening.open(agreed, CaptureMethod.MICROFORM))
        .then(fresh -> transactions.inTransaction(() -> keep(id, fresh)));
  }

  /// Looked at before the gateway is asked, so that it is not asked in vain.
  private Result<CardSession> renewable(CardSession session) {
    if (session.method() != CaptureMethod.MICROFORM) {
      return new Refused<>(new InvalidState("this card session has no form"));
    }
    if (!clock.instant().isBefore(session.expiresAt().plus(GRACE))) {
      return new Refused<>(new InvalidState("this card session ended too long ago"));
    }
    return open(sessions.history(session)).map(_ -> session);
  }

  private Result<CardSession> keep(CardSessionId id, CardSession fresh) {
    return Result.found(sessions.lockHistory(id), () -> new NotFound("card session"))
        .then(RenewCardSession::open)
        .map(
            history -> {
              sessions.renew(history.first(), fresh);
              testing.renewed(id, fresh.id());
              return fresh;
            });
  }

  private static Result<FormHistory> open(FormHistory history) {
    if (history.isSpent()) {
      return new Refused<>(new InvalidState("a card was taken from this form already"));
    }
    return history.renewals() >= MOST
        ? new Refused<>(new InvalidState("this form was renewed too often; open a new session"))
        : new Done<>(history);
  }
}
