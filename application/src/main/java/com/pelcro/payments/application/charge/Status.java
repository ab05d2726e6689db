package com.pelcro.payments.application.charge;

import com.pelcro.payments.domain.charge.ChargeState;
import java.util.Locale;

/// A charge's state as the outside sees it: what is being asked of the gateway is told apart from
/// what it has reached.
public enum Status {
  PENDING,
  IN_REVIEW,
  AUTHORIZED,
  CAPTURED,
  VOIDED,
  DECLINED,
  FAILED;

  public static Status of(ChargeState state) {
    return switch (state) {
      case ChargeState.Releasing(_, _, ChargeState.Voided _) -> AUTHORIZED;
      case ChargeState.Pending _, ChargeState.Releasing _ -> PENDING;
      case ChargeState.InReview _ -> IN_REVIEW;
      case ChargeState.Authorized _, ChargeState.Capturing _ -> AUTHORIZED;
      case ChargeState.Captured _ -> CAPTURED;
      case ChargeState.Voiding(var from) -> of(from);
      case ChargeState.Voided _ -> VOIDED;
      case ChargeState.Declined _ -> DECLINED;
      case ChargeState.Failed _ -> FAILED;
    };
  }

  /// The name in the API.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
