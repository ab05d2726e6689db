package com.pelcro.payments.domain.operation;

import java.util.Locale;

/// How it is known what became of an operation. Time alone never proves anything.
public enum Proof {
  /// The gateway answered when it was asked.
  ANSWER,
  /// A look-up by our references found exactly this.
  FOUND,
  /// It was undone by its reference.
  ANNULLED,
  /// There was nothing to undo, and nothing was found before and after.
  ABSENT,
  /// A person decided, with the evidence at hand.
  OPERATOR;

  /// The name in the API and in rows.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
