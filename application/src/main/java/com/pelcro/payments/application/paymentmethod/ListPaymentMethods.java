package com.pelcro.payments.application.paymentmethod;

import com.pelcro.payments.application.Refusal.NotFound;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Slice;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.application.customer.Customers;
import com.pelcro.payments.domain.customer.CustomerId;
import com.pelcro.payments.domain.paymentmethod.PaymentMethod;
import com.pelcro.payments.domain.site.SiteId;
import jakarta.inject.Inject;

/// Lists a customer's cards, newest first.
public final class ListPaymentMethods {

  private final Customers customers;
  private final PaymentMethods methods;

  @Inject
  public ListPaymentMethods(Customers customers, PaymentMethods methods) {
    this.customers = customers;
    this.methods = methods;
  }

  public Result<Slice<PaymentMethod>> list(SiteId site, CustomerId customer, Window window) {
    return Result.found(customers.find(site, customer), () -> new NotFound("customer"))
        .map(known -> methods.list(site, known.id(), window));
  }
}
