package com.pelcro.payments.application.site;

import com.pelcro.payments.application.Refusal.CurrencyNotSupported;
import com.pelcro.payments.application.Refusal.IntegrationDisabled;
import com.pelcro.payments.application.Refusal.IntegrationMissing;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.domain.money.AskedAmount;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.site.GatewayId;
import com.pelcro.payments.domain.site.Integration;
import com.pelcro.payments.domain.site.SiteId;
import jakarta.inject.Inject;
import java.util.Currency;
import java.util.List;

/// Finds the integration that serves a site, for new money only if it is enabled.
public final class Serving {

  private final Integrations integrations;

  @Inject
  public Serving(Integrations integrations) {
    this.integrations = integrations;
  }

  /// The integration for new money through this gateway.
  public Result<Integration> enabled(SiteId site, GatewayId gateway) {
    return present(site, gateway)
        .then(
            integration ->
                integration.isEnabled()
                    ? new Done<>(integration)
                    : new Refused<>(new IntegrationDisabled(gateway)));
  }

  /// The integration for what was charged through this gateway before, enabled or not.
  public Result<Integration> present(SiteId site, GatewayId gateway) {
    return Result.found(integrations.find(site, gateway), () -> new IntegrationMissing(gateway));
  }

  /// The integration for a card that is still to be captured: the site's first enabled one.
  public Result<Integration> first(SiteId site) {
    var all = integrations.of(site);
    return all.stream()
        .filter(Integration::isEnabled)
        .findFirst()
        .<Result<Integration>>map(Done::new)
        .orElseGet(
            () -> new Refused<>(all.isEmpty() ? new IntegrationMissing(null) : disabled(all)));
  }

  /// The amount in the integration's currency, or a refusal if another was asked for.
  public static Result<Money> amount(AskedAmount asked, Integration integration) {
    return amount(asked, integration.currency());
  }

  /// The amount in the only currency that will do, or a refusal if another was asked for.
  public static Result<Money> amount(AskedAmount asked, Currency currency) {
    var money = asked.in(currency);
    return money.currency().equals(currency)
        ? new Done<>(money)
        : new Refused<>(new CurrencyNotSupported(money.currency(), List.of(currency)));
  }

  private static IntegrationDisabled disabled(List<Integration> all) {
    return new IntegrationDisabled(all.getFirst().gateway());
  }
}
