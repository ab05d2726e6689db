package com.pelcro.payments.domain.gateway;

import com.pelcro.payments.domain.paymentmethod.BillingDetails;
import com.pelcro.payments.domain.paymentmethod.CardExpiry;
import com.pelcro.payments.domain.paymentmethod.GatewayToken;
import com.pelcro.payments.domain.site.Integration;

/// Keeps cards, so that we do not. Calls block and throw for nothing a gateway or a network can do.
public interface CardVault {

  /// Verifies and stores a card; an approval carries the stored card.
  Witnessed<GatewayAnswer> save(SaveCard request);

  VaultChange update(
      Integration integration, GatewayToken token, CardExpiry expiry, BillingDetails billing);

  VaultChange makeDefault(Integration integration, GatewayToken token);

  VaultChange remove(Integration integration, GatewayToken token);

  /// Removes a customer with every card the vault holds for it.
  VaultChange removeCustomer(Integration integration, VaultCustomer customer);
}
