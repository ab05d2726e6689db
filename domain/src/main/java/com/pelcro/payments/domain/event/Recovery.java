package com.pelcro.payments.domain.event;

import java.util.Locale;

/// How something lost was found again.
public enum Recovery {
  /// The gateway knew it, and its outcome was adopted.
  FOUND,
  /// It was undone by its reference.
  ANNULLED,
  /// It never reached the gateway.
  ABSENT,
  /// A person decided.
  DECIDED,
  /// It took effect after it was closed as undone or absent, and was given back at once.
  ORPHAN_RETURNED;

  /// The name in the feed.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
