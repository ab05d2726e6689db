package com.pelcro.payments.application.customer;

import com.pelcro.payments.application.Refusal.NotFound;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.Transactions;
import com.pelcro.payments.application.customer.Customers.Stored.ExternalIdTaken;
import com.pelcro.payments.application.customer.Customers.Stored.Kept;
import com.pelcro.payments.application.event.EventLog;
import com.pelcro.payments.domain.customer.Customer;
import com.pelcro.payments.domain.customer.CustomerId;
import com.pelcro.payments.domain.event.PaymentEvent.CustomerChanged;
import com.pelcro.payments.domain.site.SiteId;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.function.UnaryOperator;

/// Changes what is known of a customer.
public final class ChangeCustomer {

  private final Transactions transactions;
  private final Customers customers;
  private final EventLog events;
  private final InstantSource clock;

  @Inject
  public ChangeCustomer(
      Transactions transactions, Customers customers, EventLog events, InstantSource clock) {
    this.transactions = transactions;
    this.customers = customers;
    this.events = events;
    this.clock = clock;
  }

  /// Applies `change` to the customer as it stands, under its lock.
  public Result<Customer> change(SiteId site, CustomerId id, UnaryOperator<Customer> change) {
    return transactions.inTransaction(
        () ->
            Result.found(customers.lock(site, id), () -> new NotFound("customer"))
                .then(customer -> changed(stamped(change.apply(customer)))));
  }

  private Customer stamped(Customer customer) {
    return new Customer(
        customer.id(),
        customer.site(),
        customer.externalId(),
        customer.email(),
        customer.name(),
        customer.metadata(),
        customer.createdAt(),
        clock.instant());
  }

  private Result<Customer> changed(Customer customer) {
    return switch (customers.update(customer)) {
      case Kept _ -> {
        events.append(new CustomerChanged(customer));
        yield new Done<>(customer);
      }
      case ExternalIdTaken(var by) -> new Refused<>(AddCustomer.taken(by));
    };
  }
}
