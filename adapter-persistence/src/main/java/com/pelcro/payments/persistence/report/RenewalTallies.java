package com.pelcro.payments.persistence.report;

import com.pelcro.payments.application.report.ReportPeriod;
import com.pelcro.payments.application.report.Summary.DueTally;
import com.pelcro.payments.application.report.Summary.RenewalOutcome;
import com.pelcro.payments.application.report.Summary.RenewalTally;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.persistence.Database;
import java.util.List;

/// Counts renewals: those that were, and those to come.
record RenewalTallies(Database database) {

  /// What is scheduled after the last period is the end of the subscription, not a renewal.
  static final String IS_OF_A_PERIOD =
      """
      (s.total_periods IS NULL OR r.period_index < s.total_periods)
        AND NOT (r.state = 'scheduled'
          AND (s.cancel_at_period_end OR s.status IN ('canceled', 'ended')))
      """;

  /// What was not wanted any more after it had been tried was not paid either.
  private static final String OUTCOMES =
      """
      SELECT
        CASE
          WHEN r.state = 'paid' AND r.attempts <= 1 THEN 'paid_at_first_try'
          WHEN r.state = 'paid' THEN 'recovered_by_retry'
          WHEN r.state IN ('unpaid', 'skipped') THEN 'unpaid'
          ELSE 'open'
        END AS outcome,
        s.currency, count(*) AS rows, sum(coalesce(r.amount, s.amount)) AS asked
      FROM renewals r
      JOIN subscriptions s ON s.site_id = r.site_id AND s.subscription_id = r.subscription_id
      WHERE r.site_id = :site AND r.period_start >= :from AND r.period_start < :to
        AND r.period_start > s.started_at
        AND (r.attempts > 0 OR r.state = 'unpaid')
      GROUP BY 1, 2
      """;

  List<RenewalTally> outcomes(SiteId site, ReportPeriod period) {
    return database.list(
        OUTCOMES,
        Days.of(period).binds(site),
        columns ->
            new RenewalTally(
                columns.code("outcome", RenewalOutcome.class),
                Tallies.tally(columns, "rows", "asked")));
  }

  private static final String DUE =
      """
      SELECT %s AS day, s.currency, count(*) AS rows, sum(coalesce(r.amount, s.amount)) AS asked
      FROM renewals r
      JOIN subscriptions s ON s.site_id = r.site_id AND s.subscription_id = r.subscription_id
      WHERE r.site_id = :site AND r.due_at < :to AND r.state IN ('scheduled', 'retrying')
        AND %s
      GROUP BY 1, 2
      """
          .formatted(Days.number("greatest(r.due_at, :from)"), IS_OF_A_PERIOD);

  List<DueTally> due(SiteId site, ReportPeriod period) {
    var days = Days.of(period);
    return database.list(
        DUE,
        days.binds(site),
        columns -> new DueTally(days.day(columns), Tallies.tally(columns, "rows", "asked")));
  }
}
