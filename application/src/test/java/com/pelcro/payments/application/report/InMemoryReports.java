package com.pelcro.payments.application.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.reducing;

import com.pelcro.payments.application.InMemoryDatabase;
import com.pelcro.payments.application.Slice;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.application.charge.ChargeFilter;
import com.pelcro.payments.application.charge.Status;
import com.pelcro.payments.application.report.Summary.ChargeTally;
import com.pelcro.payments.application.report.Summary.DeclineTally;
import com.pelcro.payments.application.report.Summary.DueTally;
import com.pelcro.payments.application.report.Summary.RefundTally;
import com.pelcro.payments.application.report.Summary.RenewalOutcome;
import com.pelcro.payments.application.report.Summary.RenewalTally;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.charge.ChargeState.Declined;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.refund.Refund;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.domain.subscription.Renewal;
import com.pelcro.payments.domain.subscription.RenewalState;
import com.pelcro.payments.domain.subscription.Subscription;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reports over tables in memory.
public final class InMemoryReports implements Reports {

  private final InMemoryDatabase database;
  private final InMemoryLines lines;

  public InMemoryReports(InMemoryDatabase database) {
    this.database = database;
    this.lines = new InMemoryLines(database);
  }

  /// What rows that go together came to.
  private record Group<K>(K key, java.util.Currency currency) {}

  private <R, K, T> List<T> tallied(
      Supplier<Stream<R>> rows,
      Function<R, K> key,
      Function<R, Money> amount,
      BiFunction<K, Tally, T> shown) {
    return database.ask(
        () -> {
          var groups =
              rows.get()
                  .collect(
                      groupingBy(
                          row -> new Group<>(key.apply(row), amount.apply(row).currency()),
                          reducing(null, row -> one(amount.apply(row)), InMemoryReports::sum)));
          var result = new ArrayList<T>();
          for (Map.Entry<Group<K>, @Nullable Tally> group : groups.entrySet()) {
            result.add(shown.apply(group.getKey().key(), Objects.requireNonNull(group.getValue())));
          }
          return result;
        });
  }

  private static Tally one(Money amount) {
    return Tally.of(amount.minorUnits(), amount.currency());
  }

  private static @Nullable Tally sum(@Nullable Tally one, @Nullable Tally other) {
    return one == null ? other : other == null ? one : one.plus(other);
  }

  private record Cell(
      LocalDate day, Status status, com.pelcro.payments.domain.site.CardNetwork network) {}

  @Override
  public List<ChargeTally> charges(SiteId site, ReportPeriod period) {
    Function<Charge, Cell> cell = charge -> cell(charge, period);
    var taken =
        tallied(
            () -> created(site, period).filter(charge -> !charge.captured().isZero()),
            cell,
            Charge::captured,
            Map::entry);
    return tallied(
        () -> created(site, period),
        cell,
        Charge::amount,
        (key, asked) ->
            new ChargeTally(
                key.day(),
                key.status(),
                key.network(),
                asked,
                taken.stream()
                    .filter(other -> other.getKey().equals(key))
                    .map(Map.Entry::getValue)
                    .filter(other -> other.currency().equals(asked.currency()))
                    .findFirst()
                    .orElse(Tally.none(asked.currency()))));
  }

  private Cell cell(Charge charge, ReportPeriod period) {
    var method = database.methods.find(charge.site(), charge.method().value()).orElseThrow();
    return new Cell(
        period.day(charge.createdAt()), Status.of(charge.state()), method.card().network());
  }

  private Stream<Charge> created(SiteId site, ReportPeriod period) {
    return database.charges.of(site).filter(charge -> period.holds(charge.createdAt()));
  }

  @Override
  public List<DeclineTally> declines(SiteId site, ReportPeriod period) {
    return tallied(
        () -> created(site, period).filter(charge -> charge.state() instanceof Declined),
        charge -> ((Declined) charge.state()).reason().code(),
        Charge::amount,
        DeclineTally::new);
  }

  @Override
  public List<RefundTally> refunds(SiteId site, ReportPeriod period) {
    return tallied(
        () -> database.refunds.of(site).filter(refund -> period.holds(refund.createdAt())),
        refund -> Map.entry(period.day(refund.createdAt()), InMemoryLines.status(refund.state())),
        Refund::amount,
        (key, asked) -> new RefundTally(key.getKey(), key.getValue(), asked));
  }

  @Override
  public List<RenewalTally> renewals(SiteId site, ReportPeriod period) {
    return tallied(
        () ->
            database
                .renewals
                .of(site)
                .filter(renewal -> period.holds(renewal.period().start()))
                .filter(renewal -> isRenewal(renewal, subscription(renewal)))
                .filter(InMemoryReports::wasAsked),
        InMemoryReports::outcome,
        this::price,
        RenewalTally::new);
  }

  private static boolean isRenewal(Renewal renewal, Subscription subscription) {
    return renewal.period().start().isAfter(subscription.startedAt());
  }

  private static boolean wasAsked(Renewal renewal) {
    return renewal.attempts() > 0 || renewal.state() instanceof RenewalState.Unpaid;
  }

  private static RenewalOutcome outcome(Renewal renewal) {
    return switch (renewal.state()) {
      case RenewalState.Paid _ when renewal.attempts() <= 1 -> RenewalOutcome.PAID_AT_FIRST_TRY;
      case RenewalState.Paid _ -> RenewalOutcome.RECOVERED_BY_RETRY;
      case RenewalState.Unpaid _, RenewalState.Skipped _ -> RenewalOutcome.UNPAID;
      case RenewalState.Scheduled _,
          RenewalState.Processing _,
          RenewalState.Retrying _,
          RenewalState.WaitingForPaymentMethod _,
          RenewalState.Held _ ->
          RenewalOutcome.OPEN;
    };
  }

  private Subscription subscription(Renewal renewal) {
    return database
        .subscriptions
        .find(renewal.site(), renewal.subscription().value())
        .orElseThrow();
  }

  private Money price(Renewal renewal) {
    return InMemoryLines.price(renewal, subscription(renewal));
  }

  @Override
  public List<DueTally> due(SiteId site, ReportPeriod period) {
    return tallied(
        () ->
            database
                .renewals
                .of(site)
                .filter(renewal -> isDue(renewal, period))
                .filter(renewal -> InMemoryLines.isOfAPeriod(renewal, subscription(renewal))),
        renewal -> day(renewal, period),
        this::price,
        DueTally::new);
  }

  private static boolean isDue(Renewal renewal, ReportPeriod period) {
    return switch (renewal.state()) {
      case RenewalState.Scheduled _, RenewalState.Retrying _ ->
          renewal.due().filter(due -> due.isBefore(period.to())).isPresent();
      case RenewalState.Processing _,
          RenewalState.Paid _,
          RenewalState.WaitingForPaymentMethod _,
          RenewalState.Held _,
          RenewalState.Unpaid _,
          RenewalState.Skipped _ ->
          false;
    };
  }

  private static LocalDate day(Renewal renewal, ReportPeriod period) {
    var due = renewal.due().orElseThrow();
    return period.day(due.isBefore(period.from()) ? period.from() : due);
  }

  @Override
  public Slice<ChargeLine> charges(SiteId site, ChargeFilter filter, Window window) {
    return database.ask(() -> lines.charges(site, filter, window));
  }

  @Override
  public Slice<RefundLine> refunds(SiteId site, RefundFilter filter, Window window) {
    return database.ask(() -> lines.refunds(site, filter, window));
  }

  @Override
  public Slice<RenewalLine> renewals(SiteId site, RenewalFilter filter, Window window) {
    return database.ask(() -> lines.renewals(site, filter, window));
  }
}
