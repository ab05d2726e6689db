package com.pelcro.payments.application.access;

import com.pelcro.payments.domain.access.DashboardSession;
import com.pelcro.payments.domain.access.DashboardSession.Holder;
import com.pelcro.payments.domain.access.SessionHash;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Says who is behind a token of the dashboard, if anybody still is.
public final class ContinueSession {

  /// A session in use is written to once in this time, not once a page.
  private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);

  private final DashboardSessions sessions;
  private final InstantSource clock;

  @Inject
  public ContinueSession(DashboardSessions sessions, InstantSource clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  /// `operator` is the digest of the operator key in force: a session under another one is over.
  /// What nobody does by hand, such as a page that reloads itself, does not keep a session alive.
  public Optional<DashboardSession> find(String token, String operator, Attendance attendance) {
    var now = clock.instant();
    var found =
        sessions
            .find(SessionHash.of(token))
            .filter(session -> !session.isOver(now) && isInForce(session, operator));
    if (attendance == Attendance.PERSON) {
      found.ifPresent(session -> seen(session, now));
    }
    return found;
  }

  /// Who asks.
  public enum Attendance {
    PERSON,
    PAGE
  }

  private static boolean isInForce(DashboardSession session, String operator) {
    return switch (session.holder()) {
      case Holder.Operator(var digest) -> digest.equals(operator);
      case Holder.Site _ -> true;
    };
  }

  private void seen(DashboardSession session, Instant now) {
    if (!now.isBefore(session.seenAt().plus(BETWEEN_LOOKS))) {
      sessions.seen(session.token(), now);
    }
  }
}
