package com.pelcro.payments.application.site;

import com.pelcro.payments.application.Refusal.InvalidState;
import com.pelcro.payments.application.Refusal.NotFound;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.Transactions;
import com.pelcro.payments.domain.settings.Editor;
import com.pelcro.payments.domain.site.GatewayId;
import com.pelcro.payments.domain.site.Integration;
import com.pelcro.payments.domain.site.SiteId;
import jakarta.inject.Inject;

/// Takes a site's settings for one gateway away; what was charged through them stays.
public final class RemoveIntegration {

  private final Transactions transactions;
  private final Integrations integrations;
  private final Commitments commitments;
  private final IntegrationTrail trail;

  @Inject
  public RemoveIntegration(
      Transactions transactions,
      Integrations integrations,
      Commitments commitments,
      IntegrationTrail trail) {
    this.transactions = transactions;
    this.integrations = integrations;
    this.commitments = commitments;
    this.trail = trail;
  }

  public Result<Integration> remove(SiteId site, GatewayId gateway, Editor by) {
    return transactions.inTransaction(
        () ->
            Result.found(integrations.lock(site, gateway), () -> new NotFound("integration"))
                .then(this::needless)
                .then(integration -> remove(integration, by)));
  }

  private Result<Integration> needless(Integration integration) {
    return commitments
        .through(integration.site(), integration.gateway())
        .<Result<Integration>>map(
            live ->
                new Refused<>(
                    new InvalidState(
                        "live subscriptions need it, "
                            + live
                            + " among them: cancel them, or set its status to disabled")))
        .orElseGet(() -> new Done<>(integration));
  }

  private Result<Integration> remove(Integration integration, Editor by) {
    integrations.remove(integration.site(), integration.gateway());
    trail.removed(by, integration);
    return new Done<>(integration);
  }
}
