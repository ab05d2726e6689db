package com.pelcro.payments.application.cardsession;

import java.time.Duration;

/// How many cards just typed may be declined in a time before it looks like somebody trying out
/// stolen ones: in one card session, from one address, at one site. As many approvals in the same
/// time clear an address or a site of it, not a session.
public record CardTestingLimits(Duration window, int ofSession, int ofAddress, int ofSite) {

  public static final CardTestingLimits USUAL =
      new CardTestingLimits(Duration.ofMinutes(10), 5, 10, 100);

  public CardTestingLimits {
    if (window.isNegative() || window.isZero() || ofSession < 1 || ofAddress < 1 || ofSite < 1) {
      throw new IllegalArgumentException("a limit lets at least one through in some time");
    }
  }
}
