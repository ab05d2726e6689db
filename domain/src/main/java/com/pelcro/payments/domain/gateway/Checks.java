package com.pelcro.payments.domain.gateway;

import org.jspecify.annotations.Nullable;

/// What the issuer said of the billing address and of the card's security code, in the networks'
/// one-letter codes.
public record Checks(@Nullable String avs, @Nullable String cvn) {

  /// Nothing was checked, or nothing was said.
  public static final Checks NONE = new Checks(null, null);
}
