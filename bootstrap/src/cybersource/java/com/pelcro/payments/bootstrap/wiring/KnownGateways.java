package com.pelcro.payments.bootstrap.wiring;

import com.pelcro.payments.bootstrap.Config.Hosts;
import com.pelcro.payments.cybersource.CyberSource;
import com.pelcro.payments.cybersource.CyberSourceSettings;
import com.pelcro.payments.domain.gateway.GatewayAdapter;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// The gateways this service is built with: another adapter is another line here.
public final class KnownGateways {

  private static final Hosts CYBERSOURCE =
      new Hosts(
          URI.create("https://apitest.cybersource.com"), URI.create("https://api.cybersource.com"));

  private KnownGateways() {}

  public static List<KnownGateway> all() {
    return List.of(new KnownGateway("CYBERSOURCE", CYBERSOURCE, KnownGateways::cyberSource));
  }

  private static GatewayAdapter cyberSource(
      Hosts hosts, Duration timeout, int connections, Vertx vertx, InstantSource clock) {
    var settings =
        new CyberSourceSettings(hosts.sandboxUrl(), hosts.liveUrl(), timeout, connections);
    return new CyberSource(settings, vertx, clock).adapter();
  }
}
