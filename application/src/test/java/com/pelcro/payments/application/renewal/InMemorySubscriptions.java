package com.pelcro.payments.application.renewal;

import com.pelcro.payments.application.InMemoryDatabase;
import com.pelcro.payments.application.Slice;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.domain.renewal.SubscriptionId;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.domain.subscription.Subscription;
import java.time.Instant;
import java.util.Optional;

/// Subscriptions in memory.
public final class InMemorySubscriptions implements Subscriptions {

  private final InMemoryDatabase database;

  public InMemorySubscriptions(InMemoryDatabase database) {
    this.database = database;
  }

  @Override
  public void add(Subscription subscription) {
    database.tell(
        () -> {
          var site = subscription.site();
          database.requireCustomer(site, subscription.customer());
          database.methods.require(site, subscription.method().value());
          database.subscriptions.insert(site, subscription.id().value(), subscription);
        });
  }

  @Override
  public Optional<Subscription> find(SiteId site, SubscriptionId id) {
    return database.ask(() -> database.subscriptions.find(site, id.value()));
  }

  @Override
  public Optional<Subscription> lock(SiteId site, SubscriptionId id) {
    return database.ask(() -> database.subscriptions.lock(site, id.value()));
  }

  @Override
  public void update(Subscription changed) {
    database.tell(
        () -> database.subscriptions.replaceLocked(changed.site(), changed.id().value(), changed));
  }

  @Override
  public Slice<Subscription> list(SiteId site, SubscriptionFilter filter, Window window) {
    return database.ask(
        () -> database.subscriptions.slice(site, row -> wanted(row, filter), window));
  }

  private boolean wanted(Subscription row, SubscriptionFilter filter) {
    return (filter.customer() == null || filter.customer().equals(row.customer()))
        && (filter.status() == null || filter.status() == SubscriptionStatus.of(row.state()))
        && (filter.externalId() == null || filter.externalId().equals(row.notes().reference()))
        && (filter.renewingBefore() == null || renewsBefore(row, filter.renewingBefore()));
  }

  private boolean renewsBefore(Subscription row, Instant time) {
    return database
        .renewals
        .of(row.site())
        .filter(renewal -> renewal.subscription().equals(row.id()))
        .flatMap(renewal -> renewal.due().stream())
        .anyMatch(due -> due.isBefore(time));
  }
}
