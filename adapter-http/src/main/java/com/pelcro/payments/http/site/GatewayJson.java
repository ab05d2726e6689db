package com.pelcro.payments.http.site;

import com.pelcro.payments.domain.gateway.Flow;
import com.pelcro.payments.domain.gateway.GatewayProfile;
import com.pelcro.payments.domain.site.CardNetwork;
import com.pelcro.payments.domain.site.Environment;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a gateway adapter says of itself.
record GatewayJson(
    String id,
    String name,
    List<String> environments,
    List<SettingJson> settings,
    List<String> currencies,
    List<String> cardNetworks,
    Map<String, Boolean> flows) {

  record SettingJson(String name, String label, String help, boolean secret, boolean required) {

    static SettingJson of(GatewayProfile.Setting setting) {
      return new SettingJson(
          setting.name(), setting.label(), setting.help(), setting.secret(), setting.required());
    }
  }

  static GatewayJson of(GatewayProfile profile) {
    return new GatewayJson(
        profile.id().value(),
        profile.name(),
        profile.environments().stream().map(GatewayJson::name).toList(),
        profile.settings().stream().map(SettingJson::of).toList(),
        profile.currencies().stream().map(Currency::getCurrencyCode).toList(),
        profile.networks().stream().map(CardNetwork::code).toList(),
        flows(profile));
  }

  private static String name(Environment environment) {
    return environment.name().toLowerCase(Locale.ROOT);
  }

  private static Map<String, Boolean> flows(GatewayProfile profile) {
    var flows = new LinkedHashMap<String, Boolean>();
    for (var flow : Flow.values()) {
      flows.put(flow.code(), profile.flows().contains(flow));
    }
    return flows;
  }
}
