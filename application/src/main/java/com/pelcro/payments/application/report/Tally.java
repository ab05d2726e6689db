package com.pelcro.payments.application.report;

import java.util.Currency;

/// How many of something there were, and what they came to: minor units of one currency. Unlike
/// `Money` a sum has no upper limit but a `long`.
public record Tally(long count, long minorUnits, Currency currency) {

  public static Tally none(Currency currency) {
    return new Tally(0, 0, currency);
  }

  public static Tally of(long minorUnits, Currency currency) {
    return new Tally(1, minorUnits, currency);
  }

  public Tally plus(Tally other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(currency + " and " + other.currency + " do not mix");
    }
    return new Tally(
        Math.addExact(count, other.count), Math.addExact(minorUnits, other.minorUnits), currency);
  }
}
