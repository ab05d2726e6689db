package com.pelcro.payments.application.customer;

import com.pelcro.payments.application.Refusal;
import com.pelcro.payments.application.Refusal.GatewayUnavailable;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.gateway.Gateways;
import com.pelcro.payments.application.site.Integrations;
import com.pelcro.payments.domain.customer.Customer;
import com.pelcro.payments.domain.gateway.VaultChange;
import com.pelcro.payments.domain.site.Integration;
import jakarta.inject.Inject;

/// Takes a customer out of every vault that knows it, with all the cards kept there.
final class CustomerVaults {

  private final Gateways gateways;
  private final Integrations integrations;
  private final Customers customers;

  @Inject
  CustomerVaults(Gateways gateways, Integrations integrations, Customers customers) {
    this.gateways = gateways;
    this.integrations = integrations;
    this.customers = customers;
  }

  /// What is gone already counts as done, so this can be repeated until every vault let go.
  Result<Customer> empty(Customer customer) {
    Result<Customer> result = new Done<>(customer);
    for (var integration : integrations.of(customer.site())) {
      result = result.then(_ -> empty(customer, integration));
    }
    return result;
  }

  private Result<Customer> empty(Customer customer, Integration integration) {
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
      case VaultChange.Refused(var failure) -> new Refused<>(Refusal.because(failure));
      case VaultChange.Unavailable(var why) -> new Refused<>(new GatewayUnavailable(why));
    };
  }
}
