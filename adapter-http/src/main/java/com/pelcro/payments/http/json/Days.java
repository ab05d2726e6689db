package com.pelcro.payments.http.json;

import com.pelcro.payments.application.report.Summarize.End;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/// Ends of a period as the API reads them: a day, or a time by RFC 3339, of this era.
public final class Days {

  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern ERA = Pattern.compile("(19[789]|2\\d\\d)\\d-.*");

  private Days() {}

  public static Optional<End> read(String text) {
    if (!ERA.matcher(text).matches()) {
      return Optional.empty();
    }
    return DAY.matcher(text).matches() ? day(text) : Times.read(text).map(End.At::new);
  }

  private static Optional<End> day(String text) {
    try {
      return Optional.of(new End.Day(LocalDate.parse(text)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
