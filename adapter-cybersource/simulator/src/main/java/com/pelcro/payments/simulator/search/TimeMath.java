package com.pelcro.payments.simulator.search;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The bounds of time ranges: instants, days, and sums such as `NOW/DAY-1DAY`.
final class TimeMath {

  private static final Pattern SUM = Pattern.compile("NOW(?:/[A-Z]+|[+-]\\d{1,6}[A-Z]+)*");
  private static final Pattern STEP = Pattern.compile("(/|[+-]\\d{1,6})([A-Z]+)");
  private static final Map<String, ChronoUnit> UNITS =
      Map.of(
          "SECOND", ChronoUnit.SECONDS,
          "MINUTE", ChronoUnit.MINUTES,
          "HOUR", ChronoUnit.HOURS,
          "DAY", ChronoUnit.DAYS,
          "MONTH", ChronoUnit.MONTHS,
          "YEAR", ChronoUnit.YEARS);

  private TimeMath() {}

  static Optional<Instant> read(String text, Instant now) {
    if (SUM.matcher(text).matches()) {
      return sum(text, now.atZone(ZoneOffset.UTC));
    }
    try {
      return Optional.of(
          text.contains("T")
              ? OffsetDateTime.parse(text).toInstant()
              : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
    } catch (DateTimeException malformed) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> sum(String text, ZonedDateTime now) {
    var time = now;
    var steps = STEP.matcher(text);
    while (steps.find()) {
      var unit = UNITS.get(steps.group(2).replaceAll("S$", ""));
      if (unit == null) {
        return Optional.empty();
      }
      var amount = steps.group(1);
      time = amount.equals("/") ? floor(time, unit) : time.plus(Long.parseLong(amount), unit);
    }
    return Optional.of(time.toInstant());
  }

  private static ZonedDateTime floor(ZonedDateTime time, ChronoUnit unit) {
    var day = time.truncatedTo(ChronoUnit.DAYS);
    return switch (unit) {
      case MONTHS -> day.withDayOfMonth(1);
      case YEARS -> day.withDayOfYear(1);
      default -> time.truncatedTo(unit);
    };
  }
}
