package com.pelcro.payments.application.renewal;

import com.pelcro.payments.application.InMemoryDatabase;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.domain.subscription.Renewal;
import com.pelcro.payments.domain.subscription.RenewalState.Processing;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The queue of renewals in memory.
public final class InMemoryRenewalQueue implements RenewalQueue {

  /// When a renewal can be claimed; at the end of time, if never.
  public record Wake(Instant at) {}

  private final InMemoryDatabase database;

  public InMemoryRenewalQueue(InMemoryDatabase database) {
    this.database = database;
  }

  @Override
  public List<DueRenewal> claim(Instant now, Instant until, int most) {
    return database.ask(
        () -> {
          var claimed = claimable(now).limit(most).toList();
          var told = claimed.stream().map(row -> due(row).at(wake(row))).toList();
          claimed.forEach(row -> database.wakes.put(row.site(), row.id().value(), new Wake(until)));
          return told;
        });
  }

  private Stream<Renewal> claimable(Instant now) {
    return database
        .renewals
        .all()
        .filter(row -> database.testClocks.find(row.site(), row.site().value()).isEmpty())
        .filter(row -> !wake(row).isAfter(now))
        .sorted(Comparator.comparing(this::wake));
  }

  private Instant wake(Renewal row) {
    return database.wakes.find(row.site(), row.id().value()).map(Wake::at).orElse(Instant.MAX);
  }

  private static DueRenewal due(Renewal row) {
    var due = row.due().orElseThrow();
    return new DueRenewal(row.site(), row.subscription(), row.id(), due, due);
  }

  @Override
  public void putOff(List<DueRenewal> claimed) {
    database.tell(() -> claimed.stream().filter(this::isStillDue).forEach(this::putOff));
  }

  private boolean isStillDue(DueRenewal claimed) {
    return database
        .renewals
        .find(claimed.site(), claimed.renewal().value())
        .flatMap(Renewal::due)
        .isPresent();
  }

  private void putOff(DueRenewal claimed) {
    database.wakes.put(claimed.site(), claimed.renewal().value(), new Wake(claimed.turn()));
  }

  @Override
  public Optional<DueRenewal> next(SiteId site, Instant now) {
    return database.ask(
        () ->
            database
                .renewals
                .of(site)
                .filter(row -> row.due().filter(at -> !at.isAfter(now)).isPresent())
                .map(InMemoryRenewalQueue::due)
                .min(
                    Comparator.comparing(DueRenewal::due)
                        .thenComparing(due -> due.renewal().value())));
  }

  @Override
  public boolean isProcessing(SiteId site) {
    return database.ask(
        () -> database.renewals.of(site).anyMatch(row -> row.state() instanceof Processing));
  }

  @Override
  public long backlog(Instant now) {
    return database.ask(() -> claimable(now).count());
  }
}
