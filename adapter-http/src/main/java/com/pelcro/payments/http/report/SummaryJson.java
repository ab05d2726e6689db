package com.pelcro.payments.http.report;

import com.pelcro.payments.application.report.ReportPeriod;
import com.pelcro.payments.application.report.Summary;
import com.pelcro.payments.application.report.Summary.ChargeTally;
import com.pelcro.payments.application.report.Summary.DeclineTally;
import com.pelcro.payments.application.report.Summary.DueTally;
import com.pelcro.payments.application.report.Summary.RefundTally;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A summary as the API shows it: every list in a fixed order, every sum beside its currency.
record SummaryJson(
    Instant from,
    Instant to,
    String timeZone,
    ChargesJson charges,
    List<DeclinesJson> declines,
    List<RefundsJson> refunds,
    RenewalsJson renewals,
    List<DueJson> due) {

  /// Charges, by one thing at a time.
  record ChargesJson(
      long count,
      long approved,
      long declined,
      @Nullable Double approvalRate,
      List<FiguresJson> byCurrency,
      List<FiguresJson> byDay,
      List<FiguresJson> byStatus,
      List<FiguresJson> byCardNetwork) {

    private static final double TEN_THOUSANDTHS = 10_000;

    static ChargesJson of(Summary summary) {
      var all = summary.charges(_ -> "").stream().map(Summary.Row::figures).toList();
      var approved = all.stream().mapToLong(one -> one.approved()).sum();
      var declined = all.stream().mapToLong(one -> one.declined()).sum();
      return new ChargesJson(
          all.stream().mapToLong(one -> one.count()).sum(),
          approved,
          declined,
          rate(approved, declined),
          all.stream().map(FiguresJson::of).toList(),
          summary.charges(ChargeTally::day).stream().map(FiguresJson::ofDay).toList(),
          summary.charges(ChargeTally::status).stream()
              .map(row -> FiguresJson.of(row.figures()).status(row.key().code()))
              .toList(),
          summary.charges(ChargeTally::network).stream()
              .map(row -> FiguresJson.of(row.figures()).network(row.key().code()))
              .toList());
    }

    /// Of those an issuer answered; unknown when none was.
    private static @Nullable Double rate(long approved, long declined) {
      var answered = approved + declined;
      return answered == 0
          ? null
          : Math.round(approved * TEN_THOUSANDTHS / answered) / TEN_THOUSANDTHS;
    }
  }

  record DeclinesJson(String code, String currency, long count, long amount) {

    static DeclinesJson of(DeclineTally tally) {
      var asked = tally.asked();
      return new DeclinesJson(
          tally.code().code(),
          asked.currency().getCurrencyCode(),
          asked.count(),
          asked.minorUnits());
    }
  }

  record RefundsJson(String date, String status, String currency, long count, long amount) {

    static RefundsJson of(RefundTally tally) {
      var asked = tally.asked();
      return new RefundsJson(
          tally.day().toString(),
          tally.status().code(),
          asked.currency().getCurrencyCode(),
          asked.count(),
          asked.minorUnits());
    }
  }

  record DueJson(String date, String currency, long count, long amount) {

    static DueJson of(DueTally tally) {
      var expected = tally.expected();
      return new DueJson(
          tally.day().toString(),
          expected.currency().getCurrencyCode(),
          expected.count(),
          expected.minorUnits());
    }
  }

  static SummaryJson of(Summary summary) {
    ReportPeriod period = summary.period();
    return new SummaryJson(
        period.from(),
        period.to(),
        period.zone().getId(),
        ChargesJson.of(summary),
        summary.declines().stream()
            .map(DeclinesJson::of)
            .sorted(
                Comparator.comparingLong(DeclinesJson::count)
                    .reversed()
                    .thenComparing(DeclinesJson::code)
                    .thenComparing(DeclinesJson::currency))
            .toList(),
        summary.refunds().stream()
            .map(RefundsJson::of)
            .sorted(
                Comparator.comparing(RefundsJson::date)
                    .thenComparing(RefundsJson::status)
                    .thenComparing(RefundsJson::currency))
            .toList(),
        RenewalsJson.of(summary.renewals()),
        summary.due().stream()
            .map(DueJson::of)
            .sorted(Comparator.comparing(DueJson::date).thenComparing(DueJson::currency))
            .toList());
  }
}
