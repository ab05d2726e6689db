package com.pelcro.payments.bootstrap.wiring;

import com.pelcro.payments.bootstrap.Config;
import com.pelcro.payments.cybersource.CyberSource;
import com.pelcro.payments.cybersource.CyberSourceSettings;
import com.pelcro.payments.domain.gateway.GatewayAdapter;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.Set;

/// The gateways this service is built with: another adapter is another line here.
public final class GatewayWiring {

  private GatewayWiring() {}

  public static Set<GatewayAdapter> gateways(Config config, Vertx vertx, InstantSource clock) {
    return Set.of(cyberSource(config.cyberSource(), vertx, clock));
  }

  private static GatewayAdapter cyberSource(
      Config.CyberSource config, Vertx vertx, InstantSource clock) {
    var settings = new CyberSourceSettings(config.sandboxUrl(), config.liveUrl(), config.timeout());
    return new CyberSource(settings, vertx, clock).adapter();
  }
}
