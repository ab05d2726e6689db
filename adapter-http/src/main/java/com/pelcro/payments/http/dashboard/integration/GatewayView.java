package com.pelcro.payments.http.dashboard.integration;

import com.pelcro.payments.domain.gateway.Flow;
import com.pelcro.payments.domain.gateway.GatewayProfile;
import com.pelcro.payments.domain.site.CardNetwork;
import com.pelcro.payments.domain.site.Environment;
import com.pelcro.payments.domain.site.Integration;
import com.pelcro.payments.domain.site.Origin;
import com.pelcro.payments.http.dashboard.Words;
import com.pelcro.payments.http.dashboard.Words.Badge;
import com.pelcro.payments.http.dashboard.Words.Moment;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A gateway and a site's settings for it, if it has any.
///
/// @param href where its pages are
public record GatewayView(
    String id,
    String name,
    String href,
    List<FlowView> flows,
    String currencies,
    String networks,
    @Nullable SetUp setUp) {

  /// Something the gateway does, or does not.
  public record FlowView(String label, boolean works) {}

  /// What a site has set; of a secret only when.
  public record SetUp(
      Badge status,
      String world,
      String currency,
      List<String> origins,
      String networks,
      Map<String, String> values,
      Moment secretsSetAt,
      Moment changedAt) {

    static SetUp of(Integration integration, GatewayProfile profile, ZoneId zone) {
      return new SetUp(
          integration.isEnabled() ? new Badge("Enabled", "good") : new Badge("Disabled", "wait"),
          integration.environment() == Environment.LIVE ? "live" : "sandbox",
          integration.currency().getCurrencyCode(),
          integration.additionalSites().stream().map(Origin::value).toList(),
          names(integration.networks().stream().sorted()),
          profile.settings().stream()
              .filter(setting -> integration.credentials().values().containsKey(setting.name()))
              .collect(
                  Collectors.toMap(
                      GatewayProfile.Setting::label,
                      setting -> integration.credentials().value(setting.name()),
                      (one, _) -> one,
                      java.util.LinkedHashMap::new)),
          Words.at(integration.secretsUpdatedAt(), zone),
          Words.at(integration.updatedAt(), zone));
    }
  }

  static GatewayView of(
      GatewayProfile profile, @Nullable Integration integration, String href, ZoneId zone) {
    return new GatewayView(
        profile.id().value(),
        profile.name(),
        href,
        Stream.of(Flow.values())
            .map(flow -> new FlowView(label(flow), profile.flows().contains(flow)))
            .toList(),
        profile.currencies().stream().map(GatewayView::currency).collect(Collectors.joining(", ")),
        names(profile.networks().stream()),
        integration == null ? null : SetUp.of(integration, profile, zone));
  }

  static String currency(Currency currency) {
    return currency.getDisplayName(java.util.Locale.US) + " (" + currency.getCurrencyCode() + ")";
  }

  private static String names(Stream<CardNetwork> networks) {
    return networks.map(CardNetwork::displayName).collect(Collectors.joining(", "));
  }

  private static String label(Flow flow) {
    return switch (flow) {
      case SUBSCRIPTION_CREATION -> "New subscription creation";
      case SUBSCRIPTION_RENEWAL -> "Subscription renewals";
      case ONE_TIME_CHARGE -> "One-time charges";
      case REFUND -> "Refunds";
      case SAVED_PAYMENT_METHODS -> "Saved payment methods";
      case THREE_D_SECURE -> "3-D Secure";
      case GATEWAY_WEBHOOKS -> "Real-time notifications by the gateway";
    };
  }
}
