package com.pelcro.payments.application.paymentmethod;

import com.pelcro.payments.application.Refusal.PaymentMethodUnusable;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.gateway.Gateways;
import com.pelcro.payments.application.site.Serving;
import com.pelcro.payments.domain.gateway.CardVault;
import com.pelcro.payments.domain.gateway.VaultChange;
import com.pelcro.payments.domain.paymentmethod.BillingDetails;
import com.pelcro.payments.domain.paymentmethod.CardExpiry;
import com.pelcro.payments.domain.paymentmethod.GatewayToken;
import com.pelcro.payments.domain.paymentmethod.PaymentMethod;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodState.Active;
import com.pelcro.payments.domain.site.Integration;
import jakarta.inject.Inject;

/// Finds a stored card's vault, token and integration, and has the vault change the card.
final class VaultAccess {

  private interface Change {
    VaultChange in(CardVault vault, Integration integration, GatewayToken token);
  }

  private final Gateways gateways;
  private final Serving serving;

  @Inject
  VaultAccess(Gateways gateways, Serving serving) {
    this.gateways = gateways;
    this.serving = serving;
  }

  Result<VaultChange> update(PaymentMethod method, CardExpiry expiry, BillingDetails billing) {
    return change(
        method, (vault, integration, token) -> vault.update(integration, token, expiry, billing));
  }

  Result<VaultChange> makeDefault(PaymentMethod method) {
    return change(method, CardVault::makeDefault);
  }

  Result<VaultChange> remove(PaymentMethod method) {
    return change(method, CardVault::remove);
  }

  private Result<VaultChange> change(PaymentMethod method, Change change) {
    if (method.state() instanceof Active(var token)) {
      return serving
          .present(method.site(), method.gateway())
          .map(
              integration -> change.in(gateways.get(method.gateway()).vault(), integration, token));
    }
    return new Refused<>(
        new PaymentMethodUnusable(
            method.id(), "the card is not stored, so it cannot be changed", null));
  }
}
