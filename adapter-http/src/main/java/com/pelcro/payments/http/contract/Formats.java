package com.pelcro.payments.http.contract;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.format.Format;
import com.pelcro.payments.domain.site.Origin;
import com.pelcro.payments.http.json.Days;
import com.pelcro.payments.http.json.Page;
import com.pelcro.payments.http.json.Spans;
import com.pelcro.payments.http.json.Times;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The formats of the contract that a schema library does not know, or not as strictly as the use
/// cases need them; each with the words for someone who missed it.
final class Formats {

  private record Named(String name, Predicate<String> rule) implements Format {

    @Override
    public String getName() {
      return name;
    }

    @Override
    public boolean matches(ExecutionContext context, String value) {
      return rule.test(value);
    }
  }

  private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cc}]+@[^@\\s\\p{Cc}]+");
  private static final Pattern OFFSET = Pattern.compile("[+-]\\d{2}:\\d{2}");
  private static final Duration LONGEST_WAIT = Duration.ofDays(365);
  private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();
  private static final Set<String> COUNTRIES =
      Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);
  private static final Set<String> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());

  static final List<Format> ALL =
      List.of(
          new Named("country", COUNTRIES::contains),
          new Named("currency", CURRENCIES::contains),
          new Named("cursor", text -> Page.id(text).isPresent()),
          new Named("date-time", text -> Times.read(text).isPresent()),
          new Named("day-or-time", text -> Days.read(text).isPresent()),
          new Named("email", text -> EMAIL.matcher(text).matches()),
          new Named("origin", text -> Origin.problem(text).isEmpty()),
          new Named("retry-wait", text -> Spans.read(text).filter(Formats::isWait).isPresent()),
          new Named("time-zone", ZONES::contains),
          new Named("zone-or-offset", text -> ZONES.contains(text) || isOffset(text)));

  private static final Map<String, String> HELP =
      Map.of(
          "country", "must be a country's two letters by ISO 3166-1, such as FR",
          "currency", "must be a currency's three letters by ISO 4217, such as EUR",
          "cursor", "must be the next_cursor of an earlier page; leave it out for the first",
          "date-time", "must be a time by RFC 3339, such as 2026-03-02T08:00:00.000Z",
          "day-or-time",
              "must be a day, such as 2026-03-02, or a time by RFC 3339, such as"
                  + " 2026-03-02T08:00:00.000Z, between 1970 and 2999",
          "email", "must be an email address",
          "origin",
              "must be scheme, host and port of a web page, such as https://shop.example, without a"
                  + " path or a slash at the end; http only for localhost",
          "retry-wait",
              "must be a span of time by ISO 8601 in days, hours, minutes and seconds, such as P3D"
                  + " or PT12H: longer than none, and 365 days at most",
          "time-zone", "must be an IANA time zone, such as Europe/Paris",
          "zone-or-offset",
              "must be an IANA time zone, such as Europe/Paris, or an offset, such as +02:00");

  private Formats() {}

  private static boolean isWait(Duration span) {
    return span.isPositive() && span.compareTo(LONGEST_WAIT) <= 0;
  }

  private static boolean isOffset(String text) {
    try {
      return OFFSET.matcher(text).matches() && ZoneOffset.of(text).getId().equals(text);
    } catch (DateTimeException e) {
      return false;
    }
  }

  static String help(String format) {
    return HELP.getOrDefault(format, "must be in the format " + format);
  }
}
