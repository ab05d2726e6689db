package com.pelcro.payments.domain.gateway;

/// What a signed call that moves no money says about an integration's settings.
public record ConnectionCheck(Verdict verdict, String detail) {

  /// Which kind of trouble it is, if any.
  public enum Verdict {
    OK,
    CREDENTIALS_REJECTED,
    UNREACHABLE,
    MISCONFIGURED
  }
}
