package com.pelcro.payments.application.settings;

import com.pelcro.payments.domain.access.ApiKey;
import com.pelcro.payments.domain.renewal.DunningPolicy;
import com.pelcro.payments.domain.site.Integration;
import com.pelcro.payments.domain.site.Origin;
import com.pelcro.payments.domain.site.Site;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Settings as names and values for people, under the names of the API. No secret is among them.
final class Plain {

  private Plain() {}

  static Map<String, String> of(@Nullable Site site) {
    var plain = new TreeMap<String, String>();
    if (site != null) {
      plain.put("name", site.name());
      plain.put("url", site.url().value());
      plain.put("time_zone", site.timeZone().getId());
      if (site.externalId() != null) {
        plain.put("external_id", site.externalId());
      }
    }
    return plain;
  }

  static Map<String, String> of(@Nullable Integration integration) {
    var plain = new TreeMap<String, String>();
    if (integration != null) {
      plain.putAll(integration.credentials().values());
      integration.credentials().secrets().keySet().forEach(name -> plain.put(name, "set"));
      plain.put("environment", code(integration.environment()));
      plain.put("status", code(integration.status()));
      plain.put("supported_currency", integration.currency().getCurrencyCode());
      plain.put("additional_supported_sites", origins(integration));
      plain.put("card_networks", networks(integration));
    }
    return plain;
  }

  /// A secret that was replaced shows up as changed, and as nothing else.
  static void secrets(
      Integration before, Integration after, Map<String, String> was, Map<String, String> is) {
    var old = before.credentials().secrets();
    after
        .credentials()
        .secrets()
        .forEach(
            (name, secret) -> {
              if (old.containsKey(name) && !secret.equals(old.get(name))) {
                was.put(name, "set");
                is.put(name, "changed");
              }
            });
  }

  private static String origins(Integration integration) {
    return integration.additionalSites().stream()
        .map(Origin::value)
        .collect(Collectors.joining(", "));
  }

  private static String networks(Integration integration) {
    return integration.networks().stream()
        .sorted()
        .map(Plain::code)
        .collect(Collectors.joining(", "));
  }

  static Map<String, String> of(ApiKey key) {
    return Map.of("id", key.id().value(), "name", key.name());
  }

  static Map<String, String> of(DunningPolicy policy) {
    var plain = new TreeMap<String, String>();
    plain.put(
        "retry_after",
        policy.retryAfter().stream().map(String::valueOf).collect(Collectors.joining(", ")));
    plain.put("final_action", policy.finalAction().code());
    plain.put("retry_without_advice", Boolean.toString(policy.retryWithoutAdvice()));
    plain.put("max_attempts_per_card_30d.default", Integer.toString(policy.defaultCardCap()));
    policy
        .cardCaps()
        .forEach(
            (network, cap) ->
                plain.put("max_attempts_per_card_30d." + code(network), Integer.toString(cap)));
    return plain;
  }

  private static String code(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
