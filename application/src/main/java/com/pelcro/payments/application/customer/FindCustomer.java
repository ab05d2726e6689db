package com.pelcro.payments.application.customer;

import com.pelcro.payments.application.Refusal.NotFound;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.domain.customer.Customer;
import com.pelcro.payments.domain.customer.CustomerId;
import com.pelcro.payments.domain.site.SiteId;
import jakarta.inject.Inject;

/// Shows one customer.
public final class FindCustomer {

  private final Customers customers;

  @Inject
  public FindCustomer(Customers customers) {
    this.customers = customers;
  }

  public Result<Customer> find(SiteId site, CustomerId id) {
    return Result.found(customers.find(site, id), () -> new NotFound("customer"));
  }
}
