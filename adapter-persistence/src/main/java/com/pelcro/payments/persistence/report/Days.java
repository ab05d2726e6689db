package com.pelcro.payments.persistence.report;

import com.pelcro.payments.application.report.ReportPeriod;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.persistence.Binds;
import com.pelcro.payments.persistence.Columns;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// The days of a period as its queries know them, by number from 1. Where a day begins is worked
/// out here and not by PostgreSQL, whose time zones need not be the ones of the JDK.
record Days(ReportPeriod period, List<LocalDate> days) {

  static Days of(ReportPeriod period) {
    return new Days(period, period.days());
  }

  /// Binds `from`, `to` and the starts of the days.
  Binds binds(SiteId site) {
    return Binds.at(site)
        .with("from", period.from())
        .with("to", period.to())
        .texts("days", period.starts().stream().map(Instant::toString).toList());
  }

  /// The number of the day that a time is in.
  static String number(String time) {
    return "width_bucket(" + time + ", CAST(:days AS timestamptz[]))";
  }

  LocalDate day(Columns columns) throws SQLException {
    return days.get(columns.number("day") - 1);
  }
}
