package com.pelcro.payments.application.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/// A while, `from` included and `to` not, and the zone in which its days begin and end.
public record ReportPeriod(Instant from, Instant to, ZoneId zone) {

  public ReportPeriod {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("a period ends after it begins");
    }
  }

  /// Every day that some of the period lies in.
  public List<LocalDate> days() {
    return day(from).datesUntil(day(to.minusNanos(1)).plusDays(1)).toList();
  }

  /// When each of the days begins.
  public List<Instant> starts() {
    return days().stream().map(day -> day.atStartOfDay(zone).toInstant()).toList();
  }

  public LocalDate day(Instant at) {
    return at.atZone(zone).toLocalDate();
  }

  public boolean holds(Instant at) {
    return !at.isBefore(from) && at.isBefore(to);
  }
}
