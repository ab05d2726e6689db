package com.pelcro.payments.application.access;

import com.pelcro.payments.domain.access.DashboardSession;
import com.pelcro.payments.domain.access.SessionHash;
import java.time.Instant;
import java.util.Optional;

/// Who is logged in to the dashboard. A session of a site key is gone as soon as the key is.
public interface DashboardSessions {

  void add(DashboardSession session);

  Optional<DashboardSession> find(SessionHash token);

  /// Remembers when it was last used; no harm when it is gone.
  void seen(SessionHash token, Instant at);

  void remove(SessionHash token);

  /// Removes up to `most` sessions opened before a time.
  void removeOpenedBefore(Instant before, int most);
}
