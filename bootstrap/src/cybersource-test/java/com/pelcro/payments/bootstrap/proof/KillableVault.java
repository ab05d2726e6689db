package com.pelcro.payments.bootstrap.proof;

import com.pelcro.payments.domain.gateway.CardVault;
import com.pelcro.payments.domain.gateway.GatewayAnswer;
import com.pelcro.payments.domain.gateway.SaveCard;
import com.pelcro.payments.domain.gateway.VaultChange;
import com.pelcro.payments.domain.gateway.VaultCustomer;
import com.pelcro.payments.domain.gateway.Witnessed;
import com.pelcro.payments.domain.operation.OperationKind;
import com.pelcro.payments.domain.paymentmethod.BillingDetails;
import com.pelcro.payments.domain.paymentmethod.CardExpiry;
import com.pelcro.payments.domain.paymentmethod.GatewayToken;
import com.pelcro.payments.domain.site.Integration;

/// The vault, with a place to be killed at before, during and after a card is saved.
record KillableVault(CardVault vault, Killing killing) implements CardVault {

  @Override
  public Witnessed<GatewayAnswer> save(SaveCard asked) {
    return killing.around(OperationKind.SAVE_CARD, asked.references(), () -> vault.save(asked));
  }

  @Override
  public VaultChange update(
      Integration integration, GatewayToken token, CardExpiry expiry, BillingDetails billing) {
    return vault.update(integration, token, expiry, billing);
  }

  @Override
  public VaultChange makeDefault(Integration integration, GatewayToken token) {
    return vault.makeDefault(integration, token);
  }

  @Override
  public VaultChange remove(Integration integration, GatewayToken token) {
    return vault.remove(integration, token);
  }

  @Override
  public VaultChange removeCustomer(Integration integration, VaultCustomer customer) {
    return vault.removeCustomer(integration, customer);
  }
}
