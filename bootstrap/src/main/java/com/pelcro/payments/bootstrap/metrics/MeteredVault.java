package com.pelcro.payments.bootstrap.metrics;

import com.pelcro.payments.bootstrap.metrics.GatewayCalls.About;
import com.pelcro.payments.domain.gateway.CardVault;
import com.pelcro.payments.domain.gateway.GatewayAnswer;
import com.pelcro.payments.domain.gateway.SaveCard;
import com.pelcro.payments.domain.gateway.VaultChange;
import com.pelcro.payments.domain.gateway.VaultCustomer;
import com.pelcro.payments.domain.gateway.Witnessed;
import com.pelcro.payments.domain.paymentmethod.BillingDetails;
import com.pelcro.payments.domain.paymentmethod.CardExpiry;
import com.pelcro.payments.domain.paymentmethod.GatewayToken;
import com.pelcro.payments.domain.site.Integration;
import java.util.function.Function;
import java.util.function.Supplier;

/// Watches every call about a stored card.
public final class MeteredVault implements CardVault {

  private final CardVault vault;
  private final GatewayCalls calls;

  public MeteredVault(CardVault vault, GatewayCalls calls) {
    this.vault = vault;
    this.calls = calls;
  }

  @Override
  public Witnessed<GatewayAnswer> save(SaveCard request) {
    var about = new About(request.integration().site(), request.references());
    return calls.watch("save_card", about, () -> vault.save(request), Witnessed::answer);
  }

  @Override
  public VaultChange update(
      Integration integration, GatewayToken token, CardExpiry expiry, BillingDetails billing) {
    return changed(
        "update_card", integration, () -> vault.update(integration, token, expiry, billing));
  }

  @Override
  public VaultChange makeDefault(Integration integration, GatewayToken token) {
    return changed("default_card", integration, () -> vault.makeDefault(integration, token));
  }

  @Override
  public VaultChange remove(Integration integration, GatewayToken token) {
    return changed("remove_card", integration, () -> vault.remove(integration, token));
  }

  @Override
  public VaultChange removeCustomer(Integration integration, VaultCustomer customer) {
    return changed(
        "remove_customer", integration, () -> vault.removeCustomer(integration, customer));
  }

  private VaultChange changed(
      String operation, Integration integration, Supplier<VaultChange> call) {
    return calls.watch(operation, new About(integration.site(), null), call, Function.identity());
  }
}
