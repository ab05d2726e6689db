package com.pelcro.payments.simulator;

/// What became of the amount the issuer set aside.
public enum Hold {
  /// The issuer set nothing aside.
  NONE,
  /// Set aside.
  HELD,
  /// Given free again.
  REVERSED
}
