package com.pelcro.payments.application.customer;

import com.pelcro.payments.application.Refusal.InvalidState;
import com.pelcro.payments.application.Refusal.NotFound;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.Transactions;
import com.pelcro.payments.application.event.EventLog;
import com.pelcro.payments.application.site.Commitments;
import com.pelcro.payments.domain.customer.Customer;
import com.pelcro.payments.domain.customer.CustomerId;
import com.pelcro.payments.domain.event.PaymentEvent.CustomerRemoved;
import com.pelcro.payments.domain.site.SiteId;
import jakarta.inject.Inject;

/// Removes a customer with every card, here and in the vaults. What was charged stays on record.
public final class RemoveCustomer {

  private final Transactions transactions;
  private final Customers customers;
  private final CustomerCards cards;
  private final CustomerVaults vaults;
  private final EventLog events;
  private final Commitments commitments;

  @Inject
  public RemoveCustomer(
      Transactions transactions,
      Customers customers,
      CustomerCards cards,
      CustomerVaults vaults,
      EventLog events,
      Commitments commitments) {
    this.transactions = transactions;
    this.customers = customers;
    this.cards = cards;
    this.vaults = vaults;
    this.events = events;
    this.commitments = commitments;
  }

  /// Empties the vaults first: failing there, nothing has changed here and the request can be
  /// repeated.
  public Result<Customer> remove(SiteId site, CustomerId id) {
    return Result.found(customers.find(site, id), () -> new NotFound("customer"))
        .then(this::needless)
        .then(vaults::empty)
        .then(_ -> transactions.inTransaction(() -> forget(site, id)));
  }

  private Result<Customer> needless(Customer customer) {
    return commitments
        .of(customer.site(), customer.id())
        .<Result<Customer>>map(
            live ->
                new Refused<>(
                    new InvalidState(
                        "the customer has a live subscription: cancel " + live + " first")))
        .orElseGet(() -> new Done<>(customer));
  }

  private Result<Customer> forget(SiteId site, CustomerId id) {
    return Result.found(customers.lock(site, id), () -> new NotFound("customer"))
        .then(this::needless)
        .then(this::forget);
  }

  private Result<Customer> forget(Customer customer) {
    cards.detachAll(customer);
    customers.remove(customer.site(), customer.id());
    events.append(new CustomerRemoved(customer));
    return new Done<>(customer);
  }
}
