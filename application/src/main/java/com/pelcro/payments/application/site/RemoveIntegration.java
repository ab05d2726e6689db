package com.pelcro.payments.application.site;

import com.pelcro.payments.application.Refusal.NotFound;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Transactions;
import com.pelcro.payments.domain.site.GatewayId;
import com.pelcro.payments.domain.site.Integration;
import com.pelcro.payments.domain.site.SiteId;
import jakarta.inject.Inject;

/// Takes a site's settings for one gateway away; what was charged through them stays.
public final class RemoveIntegration {

  private final Transactions transactions;
  private final Integrations integrations;

  @Inject
  public RemoveIntegration(Transactions transactions, Integrations integrations) {
    this.transactions = transactions;
    this.integrations = integrations;
  }

  public Result<Integration> remove(SiteId site, GatewayId gateway) {
    return transactions.inTransaction(
        () ->
            Result.found(integrations.lock(site, gateway), () -> new NotFound("integration"))
                .then(this::remove));
  }

  private Result<Integration> remove(Integration integration) {
    integrations.remove(integration.site(), integration.gateway());
    return new Done<>(integration);
  }
}
