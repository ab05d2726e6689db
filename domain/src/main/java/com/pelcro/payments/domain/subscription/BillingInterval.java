package com.pelcro.payments.domain.subscription;

import java.time.Period;
import java.util.Locale;

/// How long a period lasts: a number of days, weeks, months or years, three years at most.
public record BillingInterval(Unit unit, int count) {

  /// The calendar's units; `most` of each are allowed.
  public enum Unit {
    DAY(1095),
    WEEK(156),
    MONTH(36),
    YEAR(3);

    private final int most;

    Unit(int most) {
      this.most = most;
    }

    public int most() {
      return most;
    }

    /// The name in the API and in rows.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public BillingInterval {
    if (count < 1 || count > unit.most()) {
      throw new IllegalArgumentException(
          "a period has 1 to " + unit.most() + " " + unit.code() + "s, not " + count);
    }
  }

  /// `periods` of these, to be added to the first day at once: added one by one they would drift.
  Period times(int periods) {
    var units = Math.multiplyExact(count, periods);
    return switch (unit) {
      case DAY -> Period.ofDays(units);
      case WEEK -> Period.ofWeeks(units);
      case MONTH -> Period.ofMonths(units);
      case YEAR -> Period.ofYears(units);
    };
  }
}
