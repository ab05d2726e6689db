package com.pelcro.payments.cybersource.json;

import com.pelcro.payments.domain.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Pattern;

/// The only place where amounts are decimal text, such as `19.90`.
public final class Amounts {

  private static final Pattern DECIMAL = Pattern.compile("\\d{1,15}(\\.\\d{1,9})?");

  private Amounts() {}

  /// The amount as the gateway writes it, with all the currency's decimals.
  public static String text(Money amount) {
    return BigDecimal.valueOf(amount.minorUnits(), amount.currency().getDefaultFractionDigits())
        .toPlainString();
  }

  /// The amount, when the text is one that this currency and this service can hold exactly.
  public static Optional<Money> parse(String text, Currency currency) {
    if (!DECIMAL.matcher(text).matches()) {
      return Optional.empty();
    }
    var units = new BigDecimal(text).movePointRight(currency.getDefaultFractionDigits());
    var holds =
        units.stripTrailingZeros().scale() <= 0
            && units.compareTo(BigDecimal.valueOf(Money.MAX_MINOR_UNITS)) <= 0;
    return holds ? Optional.of(new Money(units.longValueExact(), currency)) : Optional.empty();
  }
}
