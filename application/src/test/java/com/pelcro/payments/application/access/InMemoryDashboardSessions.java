package com.pelcro.payments.application.access;

import com.pelcro.payments.application.InMemoryDatabase;
import com.pelcro.payments.domain.access.DashboardSession;
import com.pelcro.payments.domain.access.DashboardSession.Holder;
import com.pelcro.payments.domain.access.SessionHash;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Dashboard sessions in memory. They take part in no transaction.
public final class InMemoryDashboardSessions implements DashboardSessions {

  private final InMemoryDatabase database;
  private final Map<SessionHash, DashboardSession> sessions = new ConcurrentHashMap<>();

  public InMemoryDashboardSessions(InMemoryDatabase database) {
    this.database = database;
  }

  @Override
  public void add(DashboardSession session) {
    if (!isHeld(session) || sessions.putIfAbsent(session.token(), session) != null) {
      throw new IllegalStateException("there is no such key, or such a session already");
    }
  }

  @Override
  public Optional<DashboardSession> find(SessionHash token) {
    return Optional.ofNullable(sessions.get(token)).filter(this::isHeld);
  }

  private boolean isHeld(DashboardSession session) {
    return switch (session.holder()) {
      case Holder.Operator _ -> true;
      case Holder.Site(var site, var key) ->
          database.ask(() -> database.apiKeys.find(site, key.value())).isPresent();
    };
  }

  @Override
  public void seen(SessionHash token, Instant at) {
    var _ =
        sessions.computeIfPresent(
            token,
            (_, session) ->
                session.seenAt().isBefore(at)
                    ? new DashboardSession(token, session.holder(), session.openedAt(), at)
                    : session);
  }

  @Override
  public void remove(SessionHash token) {
    var _ = sessions.remove(token);
  }

  @Override
  public void removeOpenedBefore(Instant before, int most) {
    sessions.values().stream()
        .filter(session -> session.openedAt().isBefore(before))
        .limit(most)
        .toList()
        .forEach(session -> remove(session.token()));
  }
}
