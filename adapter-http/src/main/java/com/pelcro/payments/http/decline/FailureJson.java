package com.pelcro.payments.http.decline;

import com.pelcro.payments.domain.gateway.Failure;

/// Why something came to nothing though no issuer declined it.
public record FailureJson(String code, String detail) {

  public static FailureJson of(Failure failure) {
    return new FailureJson(failure.code().code(), failure.detail());
  }
}
