package com.pelcro.payments.application.customer;

import com.pelcro.payments.application.Slice;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.domain.customer.Customer;
import com.pelcro.payments.domain.customer.CustomerId;
import com.pelcro.payments.domain.gateway.VaultCustomer;
import com.pelcro.payments.domain.site.GatewayId;
import com.pelcro.payments.domain.site.SiteId;
import java.util.Optional;

/// The customers of every site.
public interface Customers {

  /// What came of adding or changing a customer.
  sealed interface Stored {

    record Kept() implements Stored {}

    /// Another customer of the site has this external id.
    record ExternalIdTaken(CustomerId by) implements Stored {}
  }

  Stored add(Customer customer);

  Stored update(Customer customer);

  Optional<Customer> find(SiteId site, CustomerId id);

  /// The customer, locked until the transaction ends.
  Optional<Customer> lock(SiteId site, CustomerId id);

  void remove(SiteId site, CustomerId id);

  /// Newest first.
  Slice<Customer> list(SiteId site, CustomerFilter filter, Window window);

  /// How a gateway's vault names the customer, if it has met it.
  Optional<VaultCustomer> inVault(SiteId site, CustomerId id, GatewayId gateway);

  /// Remembers how a gateway's vault names the customer; the last one told of stands.
  void putInVault(SiteId site, CustomerId id, GatewayId gateway, VaultCustomer customer);
}
