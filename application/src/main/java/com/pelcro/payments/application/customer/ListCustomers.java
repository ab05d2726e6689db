package com.pelcro.payments.application.customer;

import com.pelcro.payments.application.Slice;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.domain.customer.Customer;
import com.pelcro.payments.domain.site.SiteId;
import jakarta.inject.Inject;

/// Lists a site's customers, newest first.
public final class ListCustomers {

  private final Customers customers;

  @Inject
  public ListCustomers(Customers customers) {
    this.customers = customers;
  }

  public Slice<Customer> list(SiteId site, CustomerFilter filter, Window window) {
    return customers.list(site, filter, window);
  }
}
