package com.pelcro.payments.bootstrap.run;

import com.pelcro.payments.bootstrap.Config;
import com.pelcro.payments.bootstrap.Config.Reading.Faulty;
import com.pelcro.payments.bootstrap.Config.Reading.Usable;
import com.pelcro.payments.bootstrap.Service;
import com.pelcro.payments.domain.site.SharedSecret;
import com.pelcro.payments.simulator.Simulator;
import com.pelcro.payments.simulator.SimulatorOptions;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.channels.FileLock;
import java.util.List;
import java.util.Map;

/// Starts everything on this machine and says how to use it.
final class Run implements AutoCloseable {

  private static final String SIMULATOR_PORT = "8090";

  private final FileLock lock;
  private final RunDatabase database;
  private final Simulator simulator;
  private final Service service;
  private final SharedSecret operatorKey;

  private Run(
      FileLock lock,
      RunDatabase database,
      Simulator simulator,
      Service service,
      SharedSecret operatorKey) {
    this.lock = lock;
    this.database = database;
    this.simulator = simulator;
    this.service = service;
    this.operatorKey = operatorKey;
  }

  public static void main(String[] arguments) {
    try {
      run();
    } catch (RuntimeException e) {
      System.err.println("The run cannot start: " + e.getMessage());
      // Threads of what has started already would keep the process; what it started ends with it.
      System.exit(1);
    }
  }

  private static void run() {
    var run = start(System.getenv());
    Runtime.getRuntime().addShutdownHook(new Thread(run::close, "stop"));
    ProcessHandle.current().parent().ifPresent(Run::endWith);
    run.greet();
  }

  /// Whoever started us may be killed without a word to us; nothing is to stay behind.
  private static void endWith(ProcessHandle parent) {
    var _ = parent.onExit().thenRun(() -> System.exit(0));
  }

  private static Run start(Map<String, String> given) {
    var home = RunHome.of(given);
    var lock = home.claim();
    var port = Integer.parseInt(given.getOrDefault("SIMULATOR_PORT", SIMULATOR_PORT));
    var database = RunDatabase.start(home.database());
    var simulator = Simulator.start(SimulatorOptions.onPort(port));
    var environment = home.environment(given, database.url(), simulator.url());
    return switch (Config.read(environment)) {
      case Usable(var config) ->
          new Run(lock, database, simulator, Service.start(config), config.operatorKey());
      case Faulty(var faults) -> throw new IllegalArgumentException(String.join("; ", faults));
    };
  }

  private void greet() {
    var client = HttpClient.newHttpClient();
    var url = "http://localhost:" + service.port();
    var api = new Api(client, url, operatorKey.reveal());
    var gateway = new Api(client, simulator.url(), "");
    var demo = DemoSite.prepare(api, gateway);
    DemoSubscriptions.prepare(api, gateway);
    Box.print(
        System.out,
        "Pelcro Payments is ready",
        List.of(
            "Dashboard     " + url + "/dashboard",
            "API pages     " + url + "/docs",
            "Contract      " + url + "/openapi.yaml",
            "Simulator     " + simulator.url(),
            "Operator key  " + operatorKey.reveal(),
            "",
            "Ctrl-C stops everything; what happened is kept in .pelcro."));
    System.out.println("Charge a card (paste as it is):\n");
    System.out.println(demo.curl(url, operatorKey.reveal()));
    System.out.println();
  }

  @Override
  public void close() {
    service.close();
    simulator.close();
    try {
      database.close();
      lock.close();
    } catch (IOException e) {
      System.err.println("PostgreSQL did not stop cleanly: " + e.getMessage());
    }
  }
}
