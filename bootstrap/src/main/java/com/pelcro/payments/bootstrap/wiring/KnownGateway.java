package com.pelcro.payments.bootstrap.wiring;

import com.pelcro.payments.bootstrap.Config.Hosts;
import com.pelcro.payments.domain.gateway.GatewayAdapter;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;

/// A gateway this service is built with.
///
/// @param name as variables have it: `PAYMENTS_{name}_SANDBOX_URL`, `PAYMENTS_{name}_LIVE_URL`
/// @param usual where it is unless they say otherwise
public record KnownGateway(String name, Hosts usual, Maker maker) {

  /// Makes the adapter, with a limit on the time of an operation and on calls at once.
  @FunctionalInterface
  public interface Maker {
    GatewayAdapter make(
        Hosts hosts, Duration timeout, int connections, Vertx vertx, InstantSource clock);
  }
}
