package com.pelcro.payments.bootstrap.wiring;

import com.pelcro.payments.bootstrap.Config;
import com.pelcro.payments.domain.gateway.GatewayAdapter;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.Set;
import java.util.stream.Collectors;

/// Makes the adapters of the gateways this service is built with.
public final class GatewayWiring {

  private GatewayWiring() {}

  public static Set<GatewayAdapter> gateways(Config config, Vertx vertx, InstantSource clock) {
    return KnownGateways.all().stream()
        .map(known -> adapter(known, config.gateways(), vertx, clock))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static GatewayAdapter adapter(
      KnownGateway known, Config.Gateways config, Vertx vertx, InstantSource clock) {
    var hosts = config.hosts().getOrDefault(known.name(), known.usual());
    return known.maker().make(hosts, config.timeout(), config.connections(), vertx, clock);
  }
}
