package com.pelcro.payments.simulator.card;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A card typed into a hosted form, kept behind a transient token.
///
/// @param jti the token's short name
/// @param jwt the token itself
/// @param merchant whose form it was
/// @param spent whether an authorization succeeded with it: then it is worth nothing any more
public record CapturedCard(
    String jti,
    String jwt,
    String merchant,
    CardNumber number,
    String month,
    String year,
    @Nullable String securityCode,
    Instant expires,
    boolean spent) {

  /// Whether a payment may still use it.
  public boolean isUsable(Instant now) {
    return !spent && now.isBefore(expires);
  }

  @Override
  public String toString() {
    return "CapturedCard[" + jti + ", " + number + "]";
  }
}
