package com.pelcro.payments.application.charge;

import com.pelcro.payments.application.InMemoryDatabase;
import com.pelcro.payments.application.Slice;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.charge.ChargeState.Closed;
import com.pelcro.payments.domain.renewal.RenewalAttempt;
import com.pelcro.payments.domain.renewal.SubscriptionId;
import com.pelcro.payments.domain.site.SiteId;
import java.util.Optional;

/// Charges in memory.
public final class InMemoryCharges implements Charges {

  private final InMemoryDatabase database;

  public InMemoryCharges(InMemoryDatabase database) {
    this.database = database;
  }

  @Override
  public void add(Charge charge) {
    database.tell(
        () -> {
          database.methods.require(charge.site(), charge.method().value());
          if (charge.customer() != null) {
            database.requireCustomer(charge.site(), charge.customer());
          }
          requireRoom(charge);
          database.charges.insert(charge.site(), charge.id().value(), charge);
        });
  }

  /// An attempt to collect a renewal is made once, and one of a renewal's is open or paid at most.
  private void requireRoom(Charge charge) {
    var attempt = charge.renewal();
    if (attempt != null
        && database
            .charges
            .of(charge.site())
            .filter(other -> !other.id().equals(charge.id()))
            .anyMatch(other -> hinders(other, charge, attempt))) {
      throw new IllegalStateException(attempt + " was asked for, or its period is paid");
    }
  }

  private static boolean hinders(Charge other, Charge charge, RenewalAttempt attempt) {
    return attempt.equals(other.renewal())
        || (other.renewal() != null
            && other.renewal().renewal().equals(attempt.renewal())
            && !(other.state() instanceof Closed)
            && !(charge.state() instanceof Closed));
  }

  @Override
  public Optional<Charge> find(SiteId site, ChargeId id) {
    return database.ask(() -> database.charges.find(site, id.value()));
  }

  @Override
  public Optional<Charge> lock(SiteId site, ChargeId id) {
    return database.ask(() -> database.charges.lock(site, id.value()));
  }

  @Override
  public void update(Charge charge) {
    database.tell(
        () -> {
          requireRoom(charge);
          database.charges.replaceLocked(charge.site(), charge.id().value(), charge);
        });
  }

  @Override
  public Slice<Charge> list(SiteId site, ChargeFilter filter, Window window) {
    return database.ask(
        () -> database.charges.slice(site, row -> matches(database, row, filter), window));
  }

  /// Whether a charge is looked for.
  public static boolean matches(InMemoryDatabase database, Charge charge, ChargeFilter filter) {
    return wanted(charge, filter)
        && (filter.amount() == null || filter.amount() == charge.amount().minorUnits())
        && (filter.last4() == null || filter.last4().equals(last4(database, charge)))
        && (filter.attention() == ChargeFilter.Attention.ANY || charge.needsAttention());
  }

  private static String last4(InMemoryDatabase database, Charge charge) {
    return database
        .methods
        .find(charge.site(), charge.method().value())
        .orElseThrow()
        .card()
        .last4();
  }

  private static boolean isFor(Charge charge, SubscriptionId subscription) {
    return charge.renewal() != null && charge.renewal().subscription().equals(subscription);
  }

  /// Whether a filter lets a charge through.
  private static boolean wanted(Charge charge, ChargeFilter filter) {
    var made = charge.createdAt();
    return (filter.customer() == null || filter.customer().equals(charge.customer()))
        && (filter.subscription() == null || isFor(charge, filter.subscription()))
        && (filter.status() == null || filter.status() == Status.of(charge.state()))
        && (filter.reference() == null || filter.reference().equals(charge.notes().reference()))
        && (filter.createdAfter() == null || !made.isBefore(filter.createdAfter()))
        && (filter.createdBefore() == null || made.isBefore(filter.createdBefore()));
  }
}
