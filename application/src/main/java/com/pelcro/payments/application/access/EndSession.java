package com.pelcro.payments.application.access;

import com.pelcro.payments.domain.access.SessionHash;
import jakarta.inject.Inject;

/// Logs somebody out of the dashboard.
public final class EndSession {

  private final DashboardSessions sessions;

  @Inject
  public EndSession(DashboardSessions sessions) {
    this.sessions = sessions;
  }

  public void end(String token) {
    sessions.remove(SessionHash.of(token));
  }
}
