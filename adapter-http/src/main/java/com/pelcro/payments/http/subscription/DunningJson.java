package com.pelcro.payments.http.subscription;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.pelcro.payments.domain.renewal.DunningPolicy;
import com.pelcro.payments.domain.renewal.DunningPolicy.FinalAction;
import com.pelcro.payments.domain.site.CardNetwork;
import com.pelcro.payments.http.json.Spans;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A site's dunning policy, in and out. What is left out on the way in is as usual.
record DunningJson(
    @Nullable List<String> retryAfter,
    @Nullable String finalAction,
    @Nullable Boolean retryWithoutAdvice,
    @JsonProperty("max_attempts_per_card_30d") @Nullable Map<String, Integer> caps) {

  /// The cap of the networks that are not named.
  private static final String OTHERS = "default";

  static DunningJson of(DunningPolicy policy) {
    return new DunningJson(
        policy.retryAfter().stream().map(Spans::text).toList(),
        policy.finalAction().code(),
        policy.retryWithoutAdvice(),
        caps(policy));
  }

  private static Map<String, Integer> caps(DunningPolicy policy) {
    var caps = new LinkedHashMap<String, Integer>();
    new TreeMap<>(policy.cardCaps()).forEach((network, cap) -> caps.put(network.code(), cap));
    caps.put(OTHERS, policy.defaultCardCap());
    return caps;
  }

  DunningPolicy policy() {
    return new DunningPolicy(
        Optional.ofNullable(retryAfter)
            .map(DunningJson::waits)
            .orElse(DunningPolicy.USUAL.retryAfter()),
        Optional.ofNullable(finalAction)
            .map(action -> FinalAction.valueOf(action.toUpperCase(Locale.ROOT)))
            .orElse(DunningPolicy.USUAL.finalAction()),
        Objects.requireNonNullElse(retryWithoutAdvice, DunningPolicy.USUAL.retryWithoutAdvice()),
        caps == null ? DunningPolicy.USUAL.cardCaps() : ofNetworks(caps),
        caps == null
            ? DunningPolicy.USUAL.defaultCardCap()
            : caps.getOrDefault(OTHERS, DunningPolicy.USUAL.defaultCardCap()));
  }

  private static List<Duration> waits(List<String> texts) {
    return texts.stream().map(text -> Spans.read(text).orElseThrow()).toList();
  }

  private static Map<CardNetwork, Integer> ofNetworks(Map<String, Integer> caps) {
    var networks = new EnumMap<CardNetwork, Integer>(CardNetwork.class);
    caps.forEach(
        (code, cap) -> CardNetwork.of(code).ifPresent(network -> networks.put(network, cap)));
    return networks;
  }
}
