package com.pelcro.payments.application.access;

import com.pelcro.payments.domain.access.DashboardSession;
import com.pelcro.payments.domain.access.SessionHash;
import com.pelcro.payments.domain.site.SharedSecret;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;

/// Logs somebody in to the dashboard whose key was found good.
public final class OpenSession {

  private static final int TOKEN_BYTES = 32;
  private static final int MOST_REMOVED = 100;

  private final DashboardSessions sessions;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  @Inject
  public OpenSession(DashboardSessions sessions, InstantSource clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  /// The token for the browser's cookie, which is nowhere else. Old sessions are cleared away.
  public SharedSecret open(DashboardSession.Holder holder) {
    var now = clock.instant();
    sessions.removeOpenedBefore(now.minus(DashboardSession.LONGEST), MOST_REMOVED);
    var bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    sessions.add(new DashboardSession(SessionHash.of(token), holder, now, now));
    return new SharedSecret(token);
  }
}
