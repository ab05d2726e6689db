package com.pelcro.payments.http.report;

import com.pelcro.payments.application.report.Summary.RenewalOutcome;
import com.pelcro.payments.application.report.Summary.RenewalTally;
import com.pelcro.payments.application.report.Tally;
import java.util.Comparator;
import java.util.List;

/// What became of renewals: `attempted` is the sum of the others.
record RenewalsJson(
    long attempted,
    long paidAtFirstTry,
    long recoveredByRetry,
    long unpaid,
    long open,
    List<OutcomeJson> byOutcome) {

  record OutcomeJson(String outcome, String currency, long count, long amount) {

    static OutcomeJson of(RenewalTally tally) {
      var asked = tally.asked();
      return new OutcomeJson(
          tally.outcome().code(),
          asked.currency().getCurrencyCode(),
          asked.count(),
          asked.minorUnits());
    }
  }

  static RenewalsJson of(List<RenewalTally> tallies) {
    return new RenewalsJson(
        tallies.stream().map(RenewalTally::asked).mapToLong(Tally::count).sum(),
        count(tallies, RenewalOutcome.PAID_AT_FIRST_TRY),
        count(tallies, RenewalOutcome.RECOVERED_BY_RETRY),
        count(tallies, RenewalOutcome.UNPAID),
        count(tallies, RenewalOutcome.OPEN),
        tallies.stream()
            .sorted(
                Comparator.comparing(RenewalTally::outcome)
                    .thenComparing(tally -> tally.asked().currency().getCurrencyCode()))
            .map(OutcomeJson::of)
            .toList());
  }

  private static long count(List<RenewalTally> tallies, RenewalOutcome outcome) {
    return tallies.stream()
        .filter(tally -> tally.outcome() == outcome)
        .mapToLong(tally -> tally.asked().count())
        .sum();
  }
}
