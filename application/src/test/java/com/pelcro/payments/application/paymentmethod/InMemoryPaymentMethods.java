package com.pelcro.payments.application.paymentmethod;

import com.pelcro.payments.application.InMemoryDatabase;
import com.pelcro.payments.application.Slice;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.domain.customer.CustomerId;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.paymentmethod.PaymentMethod;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodId;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodState;
import com.pelcro.payments.domain.site.SiteId;
import java.util.List;
import java.util.Optional;

/// Payment methods in memory.
public final class InMemoryPaymentMethods implements PaymentMethods {

  private final InMemoryDatabase database;

  public InMemoryPaymentMethods(InMemoryDatabase database) {
    this.database = database;
  }

  @Override
  public void add(PaymentMethod method) {
    database.tell(
        () -> {
          database.sites.require(method.site(), method.site().value());
          if (method.customer() != null) {
            database.requireCustomer(method.site(), method.customer());
          }
          database.methods.insert(method.site(), method.id().value(), method);
          checkDefault(method);
        });
  }

  @Override
  public Optional<PaymentMethod> find(SiteId site, PaymentMethodId id) {
    return database.ask(() -> database.methods.find(site, id.value()));
  }

  @Override
  public Optional<PaymentMethod> lock(SiteId site, PaymentMethodId id) {
    return database.ask(() -> database.methods.lock(site, id.value()));
  }

  @Override
  public void update(PaymentMethod method) {
    database.tell(
        () -> {
          database.methods.replace(method.site(), method.id().value(), method);
          checkDefault(method);
        });
  }

  @Override
  public boolean remember(
      SiteId site, PaymentMethodId id, String networkTransactionId, Money chargedAmount) {
    return database.ask(
        () -> {
          var method =
              database
                  .methods
                  .find(site, id.value())
                  .filter(known -> !(known.state() instanceof PaymentMethodState.Verifying));
          method.ifPresent(
              known ->
                  update(known.with(known.lineage().after(networkTransactionId, chargedAmount))));
          return method.isPresent();
        });
  }

  @Override
  public List<PaymentMethod> active(SiteId site, CustomerId customer) {
    return database.ask(
        () ->
            database
                .methods
                .of(site)
                .filter(method -> isActive(method, customer))
                .toList()
                .reversed());
  }

  @Override
  public Optional<PaymentMethod> same(SiteId site, CustomerId customer, String fingerprint) {
    return active(site, customer).stream()
        .filter(method -> fingerprint.equals(method.fingerprint()))
        .findFirst();
  }

  @Override
  public Slice<PaymentMethod> list(SiteId site, CustomerId customer, Window window) {
    return database.ask(
        () -> database.methods.slice(site, method -> isActive(method, customer), window));
  }

  /// As the tables do: a customer has one default among the active cards.
  private void checkDefault(PaymentMethod method) {
    var defaults =
        database
            .methods
            .of(method.site())
            .filter(other -> method.customer() != null && isActive(other, method.customer()))
            .filter(PaymentMethod::isDefault)
            .count();
    if (defaults > 1) {
      throw new IllegalStateException(method.customer() + " has a default already");
    }
  }

  private static boolean isActive(PaymentMethod method, CustomerId customer) {
    return method.isActive() && customer.equals(method.customer());
  }
}
