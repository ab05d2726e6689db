package com.pelcro.payments.domain.recovery;

import java.time.Instant;

/// One attempt to find out what became of an operation, which decided nothing by itself.
public record Trial(Result result, Instant at) {

  /// What an attempt came to.
  public enum Result {
    /// The look-up found nothing under our references.
    EMPTY,
    /// The gateway said that there is nothing to undo under our reference.
    NOTHING_TO_UNDO,
    /// No answer, or none that means anything.
    UNDECIDED
  }
}
