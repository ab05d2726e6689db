package com.pelcro.payments.application.customer;

import com.pelcro.payments.application.Refusal.GatewayUnavailable;
import com.pelcro.payments.application.Refusal.NotFound;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.Transactions;
import com.pelcro.payments.application.event.EventLog;
import com.pelcro.payments.application.gateway.Gateways;
import com.pelcro.payments.application.paymentmethod.PaymentMethods;
import com.pelcro.payments.application.site.Integrations;
import com.pelcro.payments.domain.customer.Customer;
import com.pelcro.payments.domain.customer.CustomerId;
import com.pelcro.payments.domain.event.PaymentEvent.CustomerRemoved;
import com.pelcro.payments.domain.event.PaymentEvent.PaymentMethodDetached;
import com.pelcro.payments.domain.gateway.VaultChange;
import com.pelcro.payments.domain.paymentmethod.PaymentMethod;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodState;
import com.pelcro.payments.domain.site.Integration;
import com.pelcro.payments.domain.site.SiteId;
import jakarta.inject.Inject;
import java.time.InstantSource;

/// Removes a customer with every card, here and in the vaults. What was charged stays on record.
public final class RemoveCustomer {

  private final Transactions transactions;
  private final Gateways gateways;
  private final Integrations integrations;
  private final Customers customers;
  private final PaymentMethods methods;
  private final EventLog events;
  private final InstantSource clock;

  @Inject
  public RemoveCustomer(
      Transactions transactions,
      Gateways gateways,
      Integrations integrations,
      Customers customers,
      PaymentMethods methods,
      EventLog events,
      InstantSource clock) {
    this.transactions = transactions;
    this.gateways = gateways;
    this.integrations = integrations;
    this.customers = customers;
    this.methods = methods;
    this.events = events;
    this.clock = clock;
  }

  /// Empties the vaults first: failing there, nothing has changed here and the request can be
  /// repeated.
  public Result<Customer> remove(SiteId site, CustomerId id) {
    return Result.found(customers.find(site, id), () -> new NotFound("customer"))
        .then(this::emptyVaults)
        .then(customer -> transactions.inTransaction(() -> forget(customer)));
  }

  private Result<Customer> emptyVaults(Customer customer) {
    Result<Customer> result = new Done<>(customer);
    for (var integration : integrations.of(customer.site())) {
      result = result.then(_ -> emptyVault(customer, integration));
    }
    return result;
  }

  private Result<Customer> emptyVault(Customer customer, Integration integration) {
    var known = customers.inVault(customer.site(), customer.id(), integration.gateway());
    return known
        .map(
            token -> gateways.get(integration.gateway()).vault().removeCustomer(integration, token))
        .map(change -> emptied(customer, change))
        .orElse(new Done<>(customer));
  }

  private static Result<Customer> emptied(Customer customer, VaultChange change) {
    return switch (change) {
      case VaultChange.Changed _, VaultChange.Gone _ -> new Done<>(customer);
      case VaultChange.Refused(var failure) ->
          new Refused<>(new GatewayUnavailable(failure.detail()));
      case VaultChange.Unavailable(var why) -> new Refused<>(new GatewayUnavailable(why));
    };
  }

  private Result<Customer> forget(Customer customer) {
    methods.active(customer.site(), customer.id()).forEach(this::detach);
    customers.remove(customer.site(), customer.id());
    events.append(new CustomerRemoved(customer));
    return new Done<>(customer);
  }

  private void detach(PaymentMethod method) {
    var now = clock.instant();
    var detached = method.asDefault(false, now).in(new PaymentMethodState.Detached(), now);
    methods.update(detached);
    events.append(new PaymentMethodDetached(detached));
  }
}
