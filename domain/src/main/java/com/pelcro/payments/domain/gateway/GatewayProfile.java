package com.pelcro.payments.domain.gateway;

import com.pelcro.payments.domain.site.CardNetwork;
import com.pelcro.payments.domain.site.Environment;
import com.pelcro.payments.domain.site.GatewayId;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What a gateway adapter says of itself: it draws the settings form and bounds what a site may
/// choose.
public record GatewayProfile(
    GatewayId id,
    String name,
    List<Environment> environments,
    List<Setting> settings,
    List<Currency> currencies,
    List<CardNetwork> networks,
    Set<Flow> flows) {

  /// One setting of an integration. `shape` is what its text must match, `shapeHelp` says so to a
  /// person.
  public record Setting(
      String name,
      String label,
      String help,
      boolean secret,
      boolean required,
      Pattern shape,
      String shapeHelp) {}

  public GatewayProfile {
    environments = List.copyOf(environments);
    settings = List.copyOf(settings);
    currencies = List.copyOf(currencies);
    networks = List.copyOf(networks);
    flows = Set.copyOf(flows);
  }
}
