package com.pelcro.payments.domain.gateway;

import com.pelcro.payments.domain.cardsession.CardFields;
import java.time.Instant;

/// What came of opening the hosted card fields.
public sealed interface CaptureOpening {

  /// The fields, what the adapter keeps to check the token that comes back, and when both end.
  record Opened(CardFields fields, String verification, Instant expiresAt)
      implements CaptureOpening {}

  record Refused(Failure failure) implements CaptureOpening {}

  record Unavailable(String why) implements CaptureOpening {}
}
