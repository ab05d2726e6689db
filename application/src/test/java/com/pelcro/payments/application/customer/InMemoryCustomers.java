package com.pelcro.payments.application.customer;

import com.pelcro.payments.application.InMemoryDatabase;
import com.pelcro.payments.application.Slice;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.domain.customer.Customer;
import com.pelcro.payments.domain.customer.CustomerId;
import com.pelcro.payments.domain.gateway.VaultCustomer;
import com.pelcro.payments.domain.site.GatewayId;
import com.pelcro.payments.domain.site.SiteId;
import java.util.Optional;

/// Customers in memory.
public final class InMemoryCustomers implements Customers {

  private final InMemoryDatabase database;

  public InMemoryCustomers(InMemoryDatabase database) {
    this.database = database;
  }

  @Override
  public Stored add(Customer customer) {
    return database.ask(
        () -> {
          database.sites.require(customer.site(), customer.site().value());
          return unlessTaken(
              customer,
              () -> database.customers.insert(customer.site(), customer.id().value(), customer));
        });
  }

  @Override
  public Stored update(Customer customer) {
    return database.ask(
        () -> {
          database.customers.require(customer.site(), customer.id().value());
          return unlessTaken(
              customer,
              () -> database.customers.replace(customer.site(), customer.id().value(), customer));
        });
  }

  @Override
  public Optional<Customer> find(SiteId site, CustomerId id) {
    return database.ask(() -> database.customers.find(site, id.value()));
  }

  @Override
  public Optional<Customer> lock(SiteId site, CustomerId id) {
    return database.ask(() -> database.customers.lock(site, id.value()));
  }

  @Override
  public void remove(SiteId site, CustomerId id) {
    database.tell(() -> database.customers.find(site, id.value()).ifPresent(this::bury));
  }

  @Override
  public Slice<Customer> list(SiteId site, CustomerFilter filter, Window window) {
    return database.ask(
        () -> database.customers.slice(site, customer -> wanted(customer, filter), window));
  }

  @Override
  public Optional<VaultCustomer> inVault(SiteId site, CustomerId id, GatewayId gateway) {
    return database.ask(() -> database.vault.find(site, name(id, gateway)));
  }

  @Override
  public void putInVault(SiteId site, CustomerId id, GatewayId gateway, VaultCustomer customer) {
    database.tell(
        () -> {
          database.requireCustomer(site, id);
          database.vault.put(site, name(id, gateway), customer);
        });
  }

  /// Charges go on referring to a customer who was removed.
  private void bury(Customer customer) {
    database.customers.remove(customer.site(), customer.id().value());
    database.removedCustomers.put(customer.site(), customer.id().value(), customer);
  }

  private Stored unlessTaken(Customer customer, Runnable change) {
    var other = holder(customer);
    if (other.isPresent()) {
      return new Stored.ExternalIdTaken(other.get().id());
    }
    change.run();
    return new Stored.Kept();
  }

  private Optional<Customer> holder(Customer customer) {
    var externalId = customer.externalId();
    return externalId == null
        ? Optional.empty()
        : database
            .customers
            .of(customer.site())
            .filter(other -> externalId.equals(other.externalId()))
            .filter(other -> !other.id().equals(customer.id()))
            .findFirst();
  }

  private static boolean wanted(Customer customer, CustomerFilter filter) {
    return (filter.externalId() == null || filter.externalId().equals(customer.externalId()))
        && (filter.email() == null || filter.email().equals(customer.email()));
  }

  private static String name(CustomerId id, GatewayId gateway) {
    return id + "/" + gateway;
  }
}
