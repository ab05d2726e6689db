package com.pelcro.payments.bootstrap.proof;

import com.pelcro.payments.bootstrap.Config;
import com.pelcro.payments.bootstrap.Service;
import com.pelcro.payments.bootstrap.journey.Caller;
import com.pelcro.payments.bootstrap.journey.Hurry;
import com.pelcro.payments.bootstrap.wiring.GatewayWiring;
import com.pelcro.payments.domain.gateway.GatewayAdapter;
import io.vertx.core.Vertx;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// The service as its own process, with a recovery that is in a hurry and a place to be killed at.
public final class TestedService {

  static final String READY = "READY ";

  private TestedService() {}

  public static void main(String[] arguments) throws SQLException {
    var config = Hurry.with(usable());
    var hosts = Objects.requireNonNull(config.gateways().hosts().get("CYBERSOURCE"));
    var simulator = Caller.of(hosts.sandboxUrl().toString(), "none");
    var killing = new Killing(KillPoint.fromEnvironment(), simulator);
    CommitWatchingDriver.watch(config.database().url(), killing.point()::committed);
    var real = GatewayWiring.gateways(config, Vertx.vertx(), Clock.tickMillis(ZoneOffset.UTC));
    var service = Service.start(config, killable(real, killing));
    System.out.println(READY + service.port());
    System.out.flush();
  }

  private static Set<GatewayAdapter> killable(Set<GatewayAdapter> adapters, Killing killing) {
    return adapters.stream()
        .map(
            adapter ->
                new GatewayAdapter(
                    adapter.profile(),
                    new KillableGateway(adapter.payments(), killing),
                    new KillableVault(adapter.vault(), killing),
                    adapter.capture(),
                    adapter.books()))
        .collect(Collectors.toSet());
  }

  private static Config usable() {
    return switch (Config.read(System.getenv())) {
      case Config.Reading.Usable(var config) -> config;
      case Config.Reading.Faulty(var faults) -> throw new IllegalStateException(faults.toString());
    };
  }
}
