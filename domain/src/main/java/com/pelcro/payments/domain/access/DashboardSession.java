package com.pelcro.payments.domain.access;

import com.pelcro.payments.domain.site.SiteId;
import java.time.Duration;
import java.time.Instant;

/// Somebody who logged in to the dashboard. The token in the browser's cookie is kept as its hash
/// alone.
public record DashboardSession(SessionHash token, Holder holder, Instant openedAt, Instant seenAt) {

  /// How long nothing may happen.
  public static final Duration IDLE = Duration.ofMinutes(30);

  /// How long it lasts at most, whatever happens.
  public static final Duration LONGEST = Duration.ofHours(12);

  /// Whose session it is.
  public sealed interface Holder {

    /// Who logged in with the operator key; `digest` tells that key from the one in force later.
    record Operator(String digest) implements Holder {}

    /// Who logged in with a key of one site.
    record Site(SiteId site, ApiKeyId key) implements Holder {}
  }

  public Instant endsAt() {
    return openedAt.plus(LONGEST);
  }

  public boolean isOver(Instant now) {
    return !now.isBefore(seenAt.plus(IDLE)) || !now.isBefore(endsAt());
  }
}
