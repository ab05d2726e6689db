package com.pelcro.payments.domain.site;

/// Which of the gateway's two worlds an integration speaks to; only one of them moves money.
public enum Environment {
  SANDBOX,
  LIVE
}
