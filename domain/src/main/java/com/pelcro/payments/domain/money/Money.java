package com.pelcro.payments.domain.money;

import java.util.Currency;
import java.util.Locale;

/// An amount in the currency's minor units (cents), never negative, with exact arithmetic.
public record Money(long minorUnits, Currency currency) {

  /// The largest amount the service accepts, in minor units.
  public static final long MAX_MINOR_UNITS = 9_999_999_999L;

  public Money {
    if (minorUnits < 0 || minorUnits > MAX_MINOR_UNITS) {
      throw new IllegalArgumentException(
          "an amount lies between 0 and " + MAX_MINOR_UNITS + " minor units, not " + minorUnits);
    }
  }

  public static Money of(long minorUnits, String currencyCode) {
    return new Money(minorUnits, Currency.getInstance(currencyCode));
  }

  public static Money zero(Currency currency) {
    return new Money(0, currency);
  }

  public Money plus(Money other) {
    return new Money(Math.addExact(minorUnits, same(other).minorUnits), currency);
  }

  /// The rest after `other` is taken away; throws when there is less than that.
  public Money minus(Money other) {
    return new Money(Math.subtractExact(minorUnits, same(other).minorUnits), currency);
  }

  /// Whether `other` is no more than this.
  public boolean covers(Money other) {
    return minorUnits >= same(other).minorUnits;
  }

  public boolean isZero() {
    return minorUnits == 0;
  }

  private Money same(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(currency + " and " + other.currency + " do not mix");
    }
    return other;
  }

  @Override
  public String toString() {
    var digits = currency.getDefaultFractionDigits();
    var text = String.format(Locale.ROOT, "%0" + (digits + 1) + "d", minorUnits);
    var point = text.length() - digits;
    return currency
        + " "
        + text.substring(0, point)
        + (digits == 0 ? "" : "." + text.substring(point));
  }
}
