package com.pelcro.payments.persistence.report;

import com.pelcro.payments.application.charge.Status;
import com.pelcro.payments.application.report.ReportPeriod;
import com.pelcro.payments.application.report.Summary.ChargeTally;
import com.pelcro.payments.application.report.Summary.DeclineTally;
import com.pelcro.payments.application.report.Summary.RefundStatus;
import com.pelcro.payments.application.report.Summary.RefundTally;
import com.pelcro.payments.application.report.Tally;
import com.pelcro.payments.domain.decline.DeclineCode;
import com.pelcro.payments.domain.site.CardNetwork;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.persistence.Columns;
import com.pelcro.payments.persistence.Database;
import java.sql.SQLException;
import java.util.List;

/// Counts charges and refunds.
record Tallies(Database database) {

  private static final String CHARGES =
      """
      SELECT %s AS day, c.currency, c.status, m.network, count(*) AS rows,
        sum(c.amount) AS asked, count(*) FILTER (WHERE c.captured_amount > 0) AS taken_rows,
        sum(c.captured_amount) AS taken
      FROM charges c
      JOIN payment_methods m
        ON m.site_id = c.site_id AND m.payment_method_id = c.payment_method_id
      WHERE c.site_id = :site AND c.created_at >= :from AND c.created_at < :to
      GROUP BY 1, 2, 3, 4
      """
          .formatted(Days.number("c.created_at"));

  List<ChargeTally> charges(SiteId site, ReportPeriod period) {
    var days = Days.of(period);
    return database.list(
        CHARGES,
        days.binds(site),
        columns ->
            new ChargeTally(
                days.day(columns),
                columns.code("status", Status.class),
                columns.code("network", CardNetwork.class),
                tally(columns, "rows", "asked"),
                tally(columns, "taken_rows", "taken")));
  }

  private static final String DECLINES =
      """
      SELECT decline_code, currency, count(*) AS rows, sum(amount) AS asked
      FROM charges
      WHERE site_id = :site AND created_at >= :from AND created_at < :to AND state = 'declined'
      GROUP BY 1, 2
      """;

  List<DeclineTally> declines(SiteId site, ReportPeriod period) {
    return database.list(
        DECLINES,
        Days.of(period).binds(site),
        columns ->
            new DeclineTally(
                columns.code("decline_code", DeclineCode.class), tally(columns, "rows", "asked")));
  }

  private static final String REFUNDS =
      """
      SELECT %s AS day, currency, state, count(*) AS rows, sum(amount) AS asked
      FROM refunds
      WHERE site_id = :site AND created_at >= :from AND created_at < :to
      GROUP BY 1, 2, 3
      """
          .formatted(Days.number("created_at"));

  List<RefundTally> refunds(SiteId site, ReportPeriod period) {
    var days = Days.of(period);
    return database.list(
        REFUNDS,
        days.binds(site),
        columns ->
            new RefundTally(days.day(columns), status(columns), tally(columns, "rows", "asked")));
  }

  static RefundStatus status(Columns columns) throws SQLException {
    var state = columns.text("state");
    return state.equals("done")
        ? RefundStatus.SUCCEEDED
        : columns.code("state", RefundStatus.class);
  }

  static Tally tally(Columns columns, String rows, String sum) throws SQLException {
    return new Tally(columns.count(rows), columns.count(sum), columns.currency("currency"));
  }
}
