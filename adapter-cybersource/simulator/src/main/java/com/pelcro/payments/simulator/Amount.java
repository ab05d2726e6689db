package com.pelcro.payments.simulator;

import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Money in minor units. On the wire it is a decimal string; surplus decimals are cut off, as the
/// gateway does.
public record Amount(long minorUnits, String currency) {

  private static final Pattern DECIMAL = Pattern.compile("(\\d{1,15})(?:\\.(\\d*))?");
  private static final Set<String> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .filter(currency -> currency.getDefaultFractionDigits() >= 0)
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());

  /// Whether this is the code of a currency.
  public static boolean isCurrency(String code) {
    return CURRENCIES.contains(code);
  }

  /// Reads a decimal string of a known currency; empty when it is none.
  public static Optional<Amount> parse(String text, String currency) {
    var decimal = DECIMAL.matcher(text);
    if (text.length() > 19 || !isCurrency(currency) || !decimal.matches()) {
      return Optional.empty();
    }
    var digits = digits(currency);
    var fraction = decimal.group(2) == null ? "" : decimal.group(2);
    var cut = (fraction + "0".repeat(digits)).substring(0, digits);
    return Optional.of(new Amount(Long.parseLong(decimal.group(1) + cut), currency));
  }

  /// The same currency, another number of minor units.
  public Amount of(long units) {
    return new Amount(units, currency);
  }

  /// The whole units, if there is no fraction; -1 otherwise.
  public long wholeUnits() {
    var scale = Math.powExact(10L, digits(currency));
    return minorUnits % scale == 0 ? minorUnits / scale : -1;
  }

  /// The decimal string of the wire.
  public String text() {
    var digits = digits(currency);
    var all = "0".repeat(digits) + minorUnits;
    var padded =
        Long.toString(minorUnits).length() > digits
            ? Long.toString(minorUnits)
            : all.substring(all.length() - digits - 1);
    var split = padded.length() - digits;
    return digits == 0 ? padded : padded.substring(0, split) + "." + padded.substring(split);
  }

  private static int digits(String currency) {
    return Currency.getInstance(currency).getDefaultFractionDigits();
  }
}
