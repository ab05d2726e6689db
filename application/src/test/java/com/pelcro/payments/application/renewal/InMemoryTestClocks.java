package com.pelcro.payments.application.renewal;

import com.pelcro.payments.application.InMemoryDatabase;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.domain.subscription.Renewal;
import com.pelcro.payments.domain.subscription.Subscription;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Test clocks in memory.
public final class InMemoryTestClocks implements TestClocks {

  private final InMemoryDatabase database;

  public InMemoryTestClocks(InMemoryDatabase database) {
    this.database = database;
  }

  @Override
  public Optional<TestClock> find(SiteId site) {
    return database.ask(() -> database.testClocks.find(site, site.value()));
  }

  @Override
  public Optional<TestClock> lock(SiteId site) {
    return database.ask(() -> database.testClocks.lock(site, site.value()));
  }

  @Override
  public void put(TestClock clock) {
    database.tell(() -> database.testClocks.put(clock.site(), clock.site().value(), clock));
  }

  @Override
  public void remove(SiteId site) {
    database.tell(
        () -> {
          database.testClocks.remove(site, site.value());
          database.wakes.remove(site, site.value());
        });
  }

  @Override
  public List<TestClock> claim(Instant now, Instant until, int most) {
    return database.ask(
        () -> {
          var claimed =
              database
                  .testClocks
                  .all()
                  .filter(clock -> !clock.isReady() || isDue(clock))
                  .filter(clock -> !wake(clock.site()).isAfter(now))
                  .limit(most)
                  .toList();
          claimed.forEach(clock -> wake(clock.site(), until));
          return claimed;
        });
  }

  private boolean isDue(TestClock clock) {
    return database
        .renewals
        .of(clock.site())
        .flatMap(row -> row.due().stream())
        .anyMatch(due -> !due.isAfter(clock.now()));
  }

  private Instant wake(SiteId site) {
    return database
        .wakes
        .find(site, site.value())
        .map(InMemoryRenewalQueue.Wake::at)
        .orElse(Instant.MIN);
  }

  private void wake(SiteId site, Instant at) {
    database.wakes.put(site, site.value(), new InMemoryRenewalQueue.Wake(at));
  }

  @Override
  public void release(SiteId site) {
    database.tell(() -> wake(site, Instant.MIN));
  }

  @Override
  public Optional<Instant> latestCreation(SiteId site) {
    return database.ask(
        () ->
            Stream.concat(
                    database.subscriptions.of(site).map(Subscription::updatedAt),
                    database.renewals.of(site).map(Renewal::updatedAt))
                .max(Instant::compareTo));
  }
}
