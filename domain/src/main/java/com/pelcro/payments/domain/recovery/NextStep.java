package com.pelcro.payments.domain.recovery;

import java.time.Instant;

/// What to do about an operation whose answer is still not known.
public sealed interface NextStep {

  /// Look again at this time.
  record Wait(Instant until) implements NextStep {}

  /// Undo it by its reference: whoever waited has waited long enough.
  record Annul() implements NextStep {}

  /// It is proven that it never reached the gateway.
  record Absent() implements NextStep {}
}
