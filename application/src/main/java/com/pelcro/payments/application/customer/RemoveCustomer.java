package com.pelcro.payments.application.customer;

import com.pelcro.payments.application.Refusal.NotFound;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Transactions;
import com.pelcro.payments.application.event.EventLog;
import com.pelcro.payments.application.paymentmethod.PaymentMethods;
import com.pelcro.payments.domain.customer.Customer;
import com.pelcro.payments.domain.customer.CustomerId;
import com.pelcro.payments.domain.event.PaymentEvent.CustomerRemoved;
import com.pelcro.payments.domain.event.PaymentEvent.PaymentMethodDetached;
import com.pelcro.payments.domain.paymentmethod.PaymentMethod;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodId;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodState;
import com.pelcro.payments.domain.site.SiteId;
import jakarta.inject.Inject;
import java.time.InstantSource;

/// Removes a customer with every card, here and in the vaults. What was charged stays on record.
public final class RemoveCustomer {

  private final Transactions transactions;
  private final Customers customers;
  private final PaymentMethods methods;
  private final CustomerVaults vaults;
  private final EventLog events;
  private final InstantSource clock;

  @Inject
  public RemoveCustomer(
      Transactions transactions,
      Customers customers,
      PaymentMethods methods,
      CustomerVaults vaults,
      EventLog events,
      InstantSource clock) {
    this.transactions = transactions;
    this.customers = customers;
    this.methods = methods;
    this.vaults = vaults;
    this.events = events;
    this.clock = clock;
  }

  /// Empties the vaults first: failing there, nothing has changed here and the request can be
  /// repeated.
  public Result<Customer> remove(SiteId site, CustomerId id) {
    return Result.found(customers.find(site, id), () -> new NotFound("customer"))
        .then(vaults::empty)
        .then(_ -> transactions.inTransaction(() -> forget(site, id)));
  }

  private Result<Customer> forget(SiteId site, CustomerId id) {
    return Result.found(customers.lock(site, id), () -> new NotFound("customer"))
        .then(this::forget);
  }

  private Result<Customer> forget(Customer customer) {
    methods.active(customer.site(), customer.id()).stream()
        .map(PaymentMethod::id)
        .forEach(method -> detach(customer.site(), method));
    customers.remove(customer.site(), customer.id());
    events.append(new CustomerRemoved(customer));
    return new Done<>(customer);
  }

  private void detach(SiteId site, PaymentMethodId id) {
    var now = clock.instant();
    var method = methods.lock(site, id).orElseThrow();
    var detached = method.asDefault(false, now).in(new PaymentMethodState.Detached(), now);
    methods.update(detached);
    events.append(new PaymentMethodDetached(detached));
  }
}
