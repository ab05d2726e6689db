package com.pelcro.payments.application.reconciliation;

import com.pelcro.payments.application.InMemoryDatabase;
import com.pelcro.payments.application.Slice;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.domain.gateway.GatewayBooks.Period;
import com.pelcro.payments.domain.reconciliation.Difference;
import com.pelcro.payments.domain.reconciliation.DifferenceId;
import com.pelcro.payments.domain.reconciliation.DifferenceType;
import com.pelcro.payments.domain.site.GatewayId;
import com.pelcro.payments.domain.site.SiteId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Differences in memory.
public final class InMemoryDifferences implements Differences {

  private final InMemoryDatabase database;

  public InMemoryDifferences(InMemoryDatabase database) {
    this.database = database;
  }

  @Override
  public Optional<Difference> lock(
      GatewayId gateway, DifferenceType type, Difference.Matter matter) {
    return database.ask(
        () -> known(gateway, type, matter.name()).flatMap(found -> lock(found.id())));
  }

  private Optional<Difference> known(GatewayId gateway, DifferenceType type, String name) {
    return database
        .differences
        .all()
        .filter(row -> row.gateway().equals(gateway) && row.type() == type)
        .filter(row -> row.matter().name().equals(name))
        .findFirst();
  }

  @Override
  public Optional<Difference> lock(DifferenceId id) {
    return database.ask(
        () -> find(id).flatMap(found -> database.differences.lock(found.site(), id.value())));
  }

  @Override
  public void add(Difference difference) {
    database.tell(
        () -> {
          database.sites.require(difference.site(), difference.site().value());
          if (known(difference.gateway(), difference.type(), difference.matter().name())
              .isPresent()) {
            throw new IllegalStateException("this difference is known");
          }
          database.differences.insert(difference.site(), difference.id().value(), difference);
        });
  }

  @Override
  public void update(Difference difference) {
    database.tell(
        () ->
            database.differences.replaceLocked(
                difference.site(), difference.id().value(), difference));
  }

  @Override
  public Optional<Difference> find(DifferenceId id) {
    return database.ask(
        () -> database.differences.all().filter(row -> row.id().equals(id)).findFirst());
  }

  @Override
  public List<Difference> open(SiteId site, GatewayId gateway, Period period) {
    return database.ask(
        () ->
            database
                .differences
                .of(site)
                .filter(Difference::isOpen)
                .filter(row -> row.gateway().equals(gateway))
                .filter(row -> isIn(period, row.matter().at()))
                .sorted(Comparator.comparing(row -> row.matter().at()))
                .toList());
  }

  private static boolean isIn(Period period, Instant at) {
    return !at.isBefore(period.from()) && at.isBefore(period.to());
  }

  @Override
  public Slice<Difference> list(Filter filter, Window window) {
    return database.ask(
        () ->
            Slice.of(
                database
                    .differences
                    .all()
                    .filter(row -> wanted(row, filter))
                    .filter(
                        row ->
                            window.after() == null
                                || row.id().value().compareTo(window.after()) < 0)
                    .sorted(Comparator.comparing((Difference row) -> row.id().value()).reversed())
                    .limit(window.limit() + 1L)
                    .toList(),
                window.limit()));
  }

  private static boolean wanted(Difference row, Filter filter) {
    return (filter.site() == null || filter.site().equals(row.site()))
        && (filter.status() == null || filter.status() == row.status())
        && (filter.type() == null || filter.type() == row.type());
  }
}
