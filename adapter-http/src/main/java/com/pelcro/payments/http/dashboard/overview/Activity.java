package com.pelcro.payments.http.dashboard.overview;

import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.report.Figures;
import com.pelcro.payments.application.report.Summarize;
import com.pelcro.payments.application.report.Summary;
import com.pelcro.payments.application.report.Summary.ChargeTally;
import com.pelcro.payments.application.report.Summary.DeclineTally;
import com.pelcro.payments.application.report.Summary.RenewalOutcome;
import com.pelcro.payments.application.report.Tally;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.http.dashboard.MoneyText;
import com.pelcro.payments.http.dashboard.Words;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a site did in the last 30 days and what falls due in the next, drawn.
public final class Activity {

  private static final int REASONS = 8;

  /// The figures of a while, as they stand in a table.
  public record Glance(String during, long charges, String taken, String approved, long declined) {}

  /// Everything that is drawn.
  public record Drawn(List<Glance> glances, List<Graph> graphs) {}

  private final Summarize summarize;

  @Inject
  public Activity(Summarize summarize) {
    this.summarize = summarize;
  }

  /// Empty when there is no such site.
  public Optional<Drawn> of(SiteId site) {
    return summarize.summarize(new Summarize.Request(site, null, null)) instanceof Done(var summary)
        ? Optional.of(drawn(summary))
        : Optional.empty();
  }

  private static Drawn drawn(Summary summary) {
    var today = summary.period().days().getLast();
    var ofToday = summary.charges().stream().filter(one -> one.day().equals(today)).toList();
    var graphs =
        Stream.of(
                currencies(summary).map(currency -> volume(summary, currency)),
                Stream.of(approvals(summary), declines(summary)),
                due(summary),
                Stream.of(renewals(summary)))
            .flatMap(Function.identity())
            .toList();
    return new Drawn(
        List.of(glance("Today", ofToday), glance("30 days", summary.charges())), graphs);
  }

  private static Glance glance(String during, List<ChargeTally> charges) {
    var taken = new TreeMap<String, Tally>();
    charges.forEach(
        one -> taken.merge(one.taken().currency().getCurrencyCode(), one.taken(), Tally::plus));
    var sums =
        taken.values().stream()
            .map(one -> MoneyText.sum(one.minorUnits(), one.currency()))
            .collect(Collectors.joining(", "));
    var approved = count(charges.stream().filter(ChargeTally::isApproved));
    var declined = count(charges.stream().filter(ChargeTally::isDeclined));
    return new Glance(
        during,
        count(charges.stream()),
        sums.isEmpty() ? "Nothing" : sums,
        rate(approved, declined),
        declined);
  }

  private static long count(Stream<ChargeTally> charges) {
    return charges.mapToLong(one -> one.asked().count()).sum();
  }

  /// The share that issuers said yes to, of what they answered.
  private static String rate(long approved, long declined) {
    return approved + declined == 0
        ? "No answers"
        : String.format(Locale.ROOT, "%.1f %%", 100.0 * approved / (approved + declined));
  }

  private static Stream<Currency> currencies(Summary summary) {
    return summary.charges().stream()
        .map(one -> one.asked().currency())
        .distinct()
        .sorted(Comparator.comparing(Currency::getCurrencyCode));
  }

  private static Graph volume(Summary summary, Currency currency) {
    var captured =
        summary.charges(ChargeTally::day).stream()
            .filter(row -> row.figures().currency().equals(currency))
            .collect(Collectors.toMap(Summary.Row::key, row -> row.figures().captured()));
    var code = currency.getCurrencyCode();
    var total = captured.values().stream().mapToLong(Long::longValue).sum();
    var days =
        summary.period().days().stream()
            .map(day -> day(day, captured.getOrDefault(day, 0L), currency))
            .toList();
    return Graph.days(
        new Graph.Name(
            "volume-" + code.toLowerCase(Locale.ROOT),
            "Captured per day, " + code,
            MoneyText.sum(total, currency) + " were captured in 30 days."),
        List.of("Day", "Captured"),
        days,
        "at most " + most(captured.values().stream(), currency));
  }

  private static String most(Stream<Long> sums, Currency currency) {
    return MoneyText.sum(sums.mapToLong(Long::longValue).max().orElse(0), currency);
  }

  private static Graph.Day day(LocalDate date, long sum, Currency currency) {
    return new Graph.Day(
        date, List.of(new Graph.Part(sum, MoneyText.sum(sum, currency), "accent")));
  }

  private static Graph approvals(Summary summary) {
    var byDay =
        summary.charges(ChargeTally::day).stream()
            .collect(Collectors.groupingBy(Summary.Row::key, Collectors.toList()));
    var days =
        summary.period().days().stream()
            .map(
                day ->
                    answers(
                        day,
                        byDay.getOrDefault(day, List.of()).stream()
                            .map(Summary.Row::figures)
                            .toList()))
            .toList();
    var approved = count(summary.charges().stream().filter(ChargeTally::isApproved));
    var declined = count(summary.charges().stream().filter(ChargeTally::isDeclined));
    return Graph.days(
        new Graph.Name(
            "approvals",
            "Approved and declined per day",
            rate(approved, declined)
                + ": of the charges that issuers answered in 30 days, "
                + approved
                + " were approved and "
                + declined
                + " declined."),
        List.of("Day", "Approved", "Declined"),
        days,
        "at most " + days.stream().mapToLong(Graph.Day::total).max().orElse(0));
  }

  private static Graph.Day answers(LocalDate date, List<Figures> figures) {
    var approved = figures.stream().mapToLong(Figures::approved).sum();
    var declined = figures.stream().mapToLong(Figures::declined).sum();
    return new Graph.Day(date, List.of(part(approved, "good"), part(declined, "bad")));
  }

  private static Graph.Part part(long count, String tone) {
    return new Graph.Part(count, Long.toString(count), tone);
  }

  private static Graph declines(Summary summary) {
    var kinds =
        summary.declines().stream()
            .collect(
                Collectors.groupingBy(
                    DeclineTally::code, Collectors.summingLong(one -> one.asked().count())))
            .entrySet()
            .stream()
            .map(
                one ->
                    new Graph.Kind(Words.human(one.getKey().code()), part(one.getValue(), "bad")))
            .sorted(Comparator.comparingLong(kind -> -kind.part().value()))
            .limit(REASONS)
            .toList();
    return Graph.kinds(
        new Graph.Name(
            "declines",
            "Declines by reason",
            kinds.isEmpty()
                ? "Nothing was declined in 30 days."
                : kinds.getFirst().label() + " is the most frequent reason in 30 days."),
        List.of("Reason", "Declines"),
        kinds);
  }

  private static Stream<Graph> due(Summary summary) {
    return summary.due().stream()
        .map(one -> one.expected().currency())
        .distinct()
        .sorted(Comparator.comparing(Currency::getCurrencyCode))
        .map(currency -> due(summary, currency));
  }

  private static Graph due(Summary summary, Currency currency) {
    var expected =
        summary.due().stream()
            .filter(one -> one.expected().currency().equals(currency))
            .collect(
                Collectors.toMap(
                    Summary.DueTally::day, one -> one.expected().minorUnits(), Math::addExact));
    var first = expected.keySet().stream().min(Comparator.naturalOrder()).orElseThrow();
    var days =
        first
            .datesUntil(first.plusDays(Summarize.DAYS_AHEAD))
            .map(day -> day(day, expected.getOrDefault(day, 0L), currency))
            .toList();
    var total = expected.values().stream().mapToLong(Long::longValue).sum();
    var code = currency.getCurrencyCode();
    return Graph.days(
        new Graph.Name(
            "due-" + code.toLowerCase(Locale.ROOT),
            "Renewals due, " + code,
            MoneyText.sum(total, currency) + " fall due in the next 30 days."),
        List.of("Day", "Due"),
        days,
        "at most " + most(expected.values().stream(), currency));
  }

  private static Graph renewals(Summary summary) {
    var counts =
        summary.renewals().stream()
            .collect(
                Collectors.groupingBy(
                    Summary.RenewalTally::outcome,
                    Collectors.summingLong(one -> one.asked().count())));
    var kinds =
        Stream.of(RenewalOutcome.values())
            .map(
                outcome ->
                    new Graph.Kind(
                        Words.human(outcome.code()),
                        part(counts.getOrDefault(outcome, 0L), tone(outcome))))
            .toList();
    var recovered = counts.getOrDefault(RenewalOutcome.RECOVERED_BY_RETRY, 0L);
    return Graph.kinds(
        new Graph.Name(
            "renewals",
            "Renewals and what became of them",
            recovered + " were recovered by a retry in 30 days."),
        List.of("Outcome", "Renewals"),
        kinds);
  }

  private static String tone(RenewalOutcome outcome) {
    return switch (outcome) {
      case PAID_AT_FIRST_TRY -> "good";
      case RECOVERED_BY_RETRY -> "accent";
      case UNPAID -> "bad";
      case OPEN -> "wait";
    };
  }
}
