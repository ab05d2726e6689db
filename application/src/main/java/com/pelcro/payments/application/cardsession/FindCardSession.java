package com.pelcro.payments.application.cardsession;

import com.pelcro.payments.application.Refusal.NotFound;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.domain.cardsession.CardSession;
import com.pelcro.payments.domain.cardsession.CardSessionId;
import com.pelcro.payments.domain.site.SiteId;
import jakarta.inject.Inject;

/// Shows one card session of a site.
public final class FindCardSession {

  private final CardSessions sessions;

  @Inject
  public FindCardSession(CardSessions sessions) {
    this.sessions = sessions;
  }

  public Result<CardSession> find(SiteId site, CardSessionId id) {
    return Result.found(sessions.find(site, id), () -> new NotFound("card session"));
  }
}
