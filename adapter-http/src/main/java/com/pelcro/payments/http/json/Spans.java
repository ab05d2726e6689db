package com.pelcro.payments.http.json;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/// Spans of time as the API writes and reads them: ISO 8601, where a day has 24 hours and nothing
/// is longer than a day.
public final class Spans {

  private static final Pattern FORM =
      Pattern.compile("P(?=.)(\\d{1,4}D)?(T(?=.)(\\d{1,5}H)?(\\d{1,7}M)?(\\d{1,9}S)?)?");

  private Spans() {}

  /// In as many days as there are: `P3D`, `P1DT12H`, `PT6H`.
  public static String text(Duration span) {
    var days = span.toDays();
    var rest = span.minusDays(days);
    if (days == 0) {
      return rest.toString();
    }
    return "P" + days + "D" + (rest.isZero() ? "" : rest.toString().substring(1));
  }

  public static Optional<Duration> read(String text) {
    return FORM.matcher(text).matches() ? Optional.of(Duration.parse(text)) : Optional.empty();
  }
}
