package com.pelcro.payments.application.report;

import com.pelcro.payments.application.charge.Status;
import com.pelcro.payments.domain.decline.DeclineCode;
import com.pelcro.payments.domain.site.CardNetwork;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// What became of a site's charges, refunds and renewals in a period, and what falls due next.
///
/// @param charges of those created in the period; a charge counts on the day it was created
/// @param declines of those charges that were declined
/// @param refunds of those created in the period
/// @param renewals of those periods of subscriptions that began in it; a first period that is paid
///   for at the start of its subscription is no renewal
/// @param due what is to be collected from now on, each subscription's next period
public record Summary(
    ReportPeriod period,
    List<ChargeTally> charges,
    List<DeclineTally> declines,
    List<RefundTally> refunds,
    List<RenewalTally> renewals,
    List<DueTally> due) {

  /// Charges that agree in all of this. `taken` is what was captured of their amounts.
  public record ChargeTally(
      LocalDate day, Status status, CardNetwork network, Tally asked, Tally taken) {

    /// Whether an issuer said yes, whatever became of the money since.
    public boolean isApproved() {
      return switch (status) {
        case AUTHORIZED, CAPTURED, VOIDED -> true;
        case PENDING, IN_REVIEW, DECLINED, FAILED -> false;
      };
    }

    /// Whether an issuer said no.
    public boolean isDeclined() {
      return status == Status.DECLINED;
    }
  }

  public record DeclineTally(DeclineCode code, Tally asked) {}

  public record RefundTally(LocalDate day, RefundStatus status, Tally asked) {}

  public record RenewalTally(RenewalOutcome outcome, Tally asked) {}

  public record DueTally(LocalDate day, Tally expected) {}

  /// The charges that have something in common, in one currency.
  public record Row<K>(K key, Figures figures) {}

  /// What became of a refund.
  public enum RefundStatus {
    PENDING,
    SUCCEEDED,
    FAILED;

    /// The name in the API.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What became of a renewal that was charged for, or given up.
  public enum RenewalOutcome {
    PAID_AT_FIRST_TRY,
    RECOVERED_BY_RETRY,
    UNPAID,
    OPEN;

    /// The name in the API.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Summary {
    charges = List.copyOf(charges);
    declines = List.copyOf(declines);
    refunds = List.copyOf(refunds);
    renewals = List.copyOf(renewals);
    due = List.copyOf(due);
  }

  /// All charges by something they have in common, and by currency.
  public <K extends Comparable<? super K>> List<Row<K>> charges(Function<ChargeTally, K> key) {
    var rows = new TreeMap<K, Map<String, Figures>>();
    charges.forEach(
        tally ->
            rows.computeIfAbsent(key.apply(tally), _ -> new TreeMap<>())
                .merge(
                    tally.asked().currency().getCurrencyCode(), Figures.of(tally), Figures::plus));
    return rows.entrySet().stream()
        .flatMap(
            row ->
                row.getValue().values().stream().map(figures -> new Row<>(row.getKey(), figures)))
        .toList();
  }
}
