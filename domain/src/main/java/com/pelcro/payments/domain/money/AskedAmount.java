package com.pelcro.payments.domain.money;

import java.util.Currency;
import org.jspecify.annotations.Nullable;

/// An amount as a caller asks for it, in minor units; without a currency it is in the one the site
/// sells in.
public record AskedAmount(long minorUnits, @Nullable Currency currency) {

  public Money in(Currency fallback) {
    return new Money(minorUnits, currency == null ? fallback : currency);
  }
}
