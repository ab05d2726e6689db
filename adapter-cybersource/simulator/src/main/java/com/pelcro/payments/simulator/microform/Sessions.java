package com.pelcro.payments.simulator.microform;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The card forms that are open, by the id of their key.
public final class Sessions {

  private final Map<String, Session> byId = new HashMap<>();

  void open(Session session) {
    byId.put(session.id(), session);
  }

  Optional<Session> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /// Closes all.
  public void clear() {
    byId.clear();
  }
}
