package com.pelcro.payments.http.dashboard;

import com.pelcro.payments.domain.money.Money;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Amounts as people write them, such as `19.90` or `19,90`.
public final class MoneyText {

  private static final Pattern FORM = Pattern.compile("(\\d{1,8})(?:[.,](\\d{1,3}))?");

  private MoneyText() {}

  /// The amount in minor units; empty when it is none, or finer than the currency.
  public static Optional<Money> read(String text, Currency currency) {
    var digits = currency.getDefaultFractionDigits();
    var matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    var fraction = matcher.group(2) == null ? "" : matcher.group(2);
    if (fraction.length() > digits) {
      return Optional.empty();
    }
    var padded = fraction + "0".repeat(digits - fraction.length());
    return Optional.of(Long.parseLong(matcher.group(1) + padded))
        .filter(units -> units <= Money.MAX_MINOR_UNITS)
        .map(units -> new Money(units, currency));
  }

  /// The number alone, as [#read] takes it.
  public static String number(Money money) {
    return money.toString().substring(money.currency().getCurrencyCode().length() + 1);
  }

  /// The currency in front, as everywhere.
  public static String of(Money money) {
    return String.format(Locale.ROOT, "%s", money);
  }

  /// A sum of amounts, which has no upper limit.
  public static String sum(long minorUnits, Currency currency) {
    var digits = currency.getDefaultFractionDigits();
    var text = String.format(Locale.ROOT, "%0" + (digits + 1) + "d", minorUnits);
    var point = text.length() - digits;
    var fraction = digits == 0 ? "" : "." + text.substring(point);
    return currency.getCurrencyCode() + " " + text.substring(0, point) + fraction;
  }
}
