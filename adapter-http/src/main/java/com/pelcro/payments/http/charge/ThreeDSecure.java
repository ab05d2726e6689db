package com.pelcro.payments.http.charge;

import com.fasterxml.jackson.databind.JsonNode;
import com.pelcro.payments.application.Refusal;
import com.pelcro.payments.domain.gateway.Flow;

/// 3-D Secure, which nothing here does yet: who asks for it is refused, not charged without it.
public final class ThreeDSecure {

  public static final Refusal REFUSAL = new Refusal.FlowNotSupported(Flow.THREE_D_SECURE);

  private ThreeDSecure() {}

  /// Whether it is asked for, in whatever words.
  public static boolean isWanted(JsonNode body) {
    var wanted = body.path("three_d_secure");
    return !wanted.isMissingNode() && !wanted.isNull() && !isFalse(wanted);
  }

  private static boolean isFalse(JsonNode wanted) {
    return wanted.isBoolean() && !wanted.asBoolean();
  }
}
