package com.pelcro.payments.http.dashboard.integration;

import com.pelcro.payments.application.Refusal.FieldProblem;
import com.pelcro.payments.application.site.ConfigureIntegration;
import com.pelcro.payments.domain.gateway.GatewayProfile;
import com.pelcro.payments.domain.site.CardNetwork;
import com.pelcro.payments.domain.site.Environment;
import com.pelcro.payments.domain.site.Integration;
import com.pelcro.payments.domain.site.IntegrationStatus;
import com.pelcro.payments.domain.site.Origin;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.http.dashboard.Form;
import com.pelcro.payments.http.dashboard.Form.Fault;
import com.pelcro.payments.http.server.PageCall;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads the form of a gateway's settings, and fills it in.
record SettingsForm(GatewayProfile profile, @Nullable Integration present) {

  static final String ENVIRONMENT = "environment";
  static final String STATUS = "status";
  static final String CURRENCY = "supported_currency";
  static final String SITES = "additional_supported_sites";
  static final String NETWORKS = "card_networks";
  static final String SURE = "really_live";

  static String name(GatewayProfile.Setting setting) {
    return "settings." + setting.name();
  }

  /// As it is stored; nothing of a secret.
  Form stored() {
    var values = new LinkedHashMap<String, String>();
    values.put(STATUS, "enabled");
    if (present == null) {
      values.put(NETWORKS, codes(profile.networks()));
      return Form.of(values);
    }
    present.credentials().values().forEach((name, text) -> values.put("settings." + name, text));
    values.put(ENVIRONMENT, present.environment().name().toLowerCase(Locale.ROOT));
    values.put(STATUS, present.status().name().toLowerCase(Locale.ROOT));
    values.put(CURRENCY, present.currency().getCurrencyCode());
    values.put(
        SITES,
        present.additionalSites().stream().map(Origin::value).collect(Collectors.joining("\n")));
    values.put(NETWORKS, codes(present.networks().stream().sorted().toList()));
    return Form.of(values);
  }

  private static String codes(List<CardNetwork> networks) {
    return networks.stream().map(CardNetwork::code).collect(Collectors.joining("\n"));
  }

  /// As it was sent, with what is wrong with it.
  Form sent(PageCall call, List<Fault> faults) {
    var secrets =
        profile.settings().stream()
            .filter(GatewayProfile.Setting::secret)
            .map(SettingsForm::name)
            .toList();
    return Form.sent(call, secrets, faults);
  }

  /// What no stored setting could be made of.
  List<Fault> faults(PageCall call) {
    var faults = new ArrayList<Fault>();
    if (environment(call).isEmpty()) {
      faults.add(new Fault(ENVIRONMENT, "Choose the sandbox or live"));
    }
    if (currency(call).isEmpty()) {
      faults.add(new Fault(CURRENCY, "Choose a currency"));
    }
    if (call.fields(NETWORKS).isEmpty()) {
      faults.add(new Fault(NETWORKS, "Choose at least one card network"));
    }
    if (goesLive(call) && !call.field(SURE).equals("yes")) {
      faults.add(new Fault(SURE, "Going live takes real money: say that you mean it"));
    }
    return faults;
  }

  private boolean goesLive(PageCall call) {
    return environment(call).filter(Environment.LIVE::equals).isPresent()
        && (present == null || present.environment() != Environment.LIVE);
  }

  /// Of a form without faults.
  ConfigureIntegration.Request request(SiteId site, PageCall call) {
    return new ConfigureIntegration.Request(
        site,
        profile.id(),
        environment(call).orElseThrow(),
        call.field(STATUS).equals("enabled")
            ? IntegrationStatus.ENABLED
            : IntegrationStatus.DISABLED,
        currency(call).orElseThrow(),
        call.field(SITES).lines().map(String::strip).filter(line -> !line.isEmpty()).toList(),
        call.fields(NETWORKS).stream()
            .flatMap(code -> CardNetwork.of(code).stream())
            .collect(Collectors.toUnmodifiableSet()),
        settings(call));
  }

  private Map<String, String> settings(PageCall call) {
    var settings = new HashMap<String, String>();
    for (var setting : profile.settings()) {
      var text = call.field(name(setting));
      if (!text.isEmpty()) {
        settings.put(setting.name(), text);
      }
    }
    return settings;
  }

  private Optional<Environment> environment(PageCall call) {
    return profile.environments().stream()
        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(call.field(ENVIRONMENT)))
        .findFirst();
  }

  private Optional<Currency> currency(PageCall call) {
    return profile.currencies().stream()
        .filter(one -> one.getCurrencyCode().equals(call.field(CURRENCY)))
        .findFirst();
  }

  /// A refusal's problem, at the field it is about.
  static Fault fault(FieldProblem problem, List<String> origins) {
    var parts = problem.pointer().substring(1).split("/", -1);
    return switch (parts[0]) {
      case "settings" -> new Fault("settings." + parts[1], problem.detail());
      case SITES ->
          new Fault(
              SITES,
              (parts.length > 1 ? origins.get(Integer.parseInt(parts[1])) + " " : "")
                  + problem.detail());
      default -> new Fault(parts[0], problem.detail());
    };
  }
}
