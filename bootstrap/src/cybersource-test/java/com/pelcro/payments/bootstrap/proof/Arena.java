package com.pelcro.payments.bootstrap.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.pelcro.payments.bootstrap.Main;
import com.pelcro.payments.bootstrap.journey.Answer;
import com.pelcro.payments.bootstrap.journey.Caller;
import com.pelcro.payments.bootstrap.journey.Merchant;
import com.pelcro.payments.bootstrap.journey.TestPostgres;
import com.pelcro.payments.domain.TestOutput;
import com.pelcro.payments.simulator.Simulator;
import com.pelcro.payments.simulator.SimulatorOptions;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// A database, a gateway that remembers everything, and a service that lives again and again on one
/// port.
final class Arena implements AutoCloseable {

  private static final String OPERATOR_KEY =
      TestOutput.secret("operator-key-of-the-proofs-0123456789");
  private static final String ENCRYPTION_KEY =
      TestOutput.secret("encryption-key-of-the-proofs-0123456789");

  /// The tests' own log says nothing of being ready.
  private static final String LOGS_AS_INSTALLED = "-Dlogback.configurationFile=logback.xml";

  final Path folder;
  final Simulator simulator = Simulator.start(SimulatorOptions.ephemeral());
  final Merchant merchant = Merchant.invented();
  final Gate gate = new Gate();
  final Caller caller;
  final Caller besideCaller;
  private final int port;
  private final int besidePort;
  private final String renewals;
  private final FastStart fast;
  TestPostgres database;
  private @Nullable String site;
  private @Nullable Caller front;

  private Arena(Path folder, TestPostgres database, int port, int besidePort, String renewals) {
    this.folder = folder;
    this.database = database;
    this.port = port;
    this.besidePort = besidePort;
    this.renewals = renewals;
    this.fast = FastStart.in(folder);
    this.caller = Caller.of("http://127.0.0.1:" + port, OPERATOR_KEY);
    this.besideCaller = Caller.of("http://127.0.0.1:" + besidePort, OPERATOR_KEY);
  }

  static Arena open() throws IOException {
    return open("20");
  }

  /// @param renewals how many each process asks the merchant account for, a second
  static Arena open(String renewals) throws IOException {
    var folder = Files.createTempDirectory("proof");
    var database = TestPostgres.start(folder.resolve("postgres"));
    var arena = new Arena(folder, database, freePort(), freePort(), renewals);
    var _ = arena.start("", false, arena.port).end();
    return arena;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /// Where both processes listen.
  List<Integer> ports() {
    return List.of(port, besidePort);
  }

  /// From now on people come by way of a proxy.
  void serveBehind(String url) {
    front = Caller.of(url, OPERATOR_KEY);
  }

  /// By which people come.
  Caller front() {
    return front == null ? caller : front;
  }

  Caller gatewayCaller() {
    return Caller.of(simulator.url(), "none");
  }

  /// A life of the service that is to end at this point, if one is named.
  ServiceProcess live(String killPoint) {
    var process = start(killPoint, true, port);
    gate.open();
    return process;
  }

  /// Another process of the service on the same database, which nobody kills.
  ServiceProcess beside() {
    return start("", true, besidePort);
  }

  /// A life of the service as it is installed, which nobody kills.
  ServiceProcess liveAsInstalled() {
    var options = new ArrayList<>(classes(true));
    options.add(LOGS_AS_INSTALLED);
    var process = start("", options, port, Main.class);
    gate.open();
    return process;
  }

  private List<String> classes(boolean recorded) {
    return recorded ? fast.replaying() : fast.recording();
  }

  /// Lets people shop for a while, and until enough of them did on a slow machine too; does
  /// something every now and then.
  void shopFor(Duration time, BooleanSupplier enough, Runnable nowAndThen) {
    var end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end || !enough.getAsBoolean()) {
      gate.rest();
      nowAndThen.run();
    }
  }

  private ServiceProcess start(String killPoint, boolean recorded, int port) {
    return start(killPoint, classes(recorded), port, TestedService.class);
  }

  private ServiceProcess start(String killPoint, List<String> options, int port, Class<?> main) {
    var environment = new HashMap<String, String>();
    environment.put("PAYMENTS_HTTP_HOST", "127.0.0.1");
    environment.put("PAYMENTS_HTTP_PORT", Integer.toString(port));
    environment.put("PAYMENTS_DATABASE_URL", database.url());
    environment.put("PAYMENTS_DATABASE_USER", "postgres");
    environment.put("PAYMENTS_DATABASE_PASSWORD", "postgres");
    environment.put("PAYMENTS_OPERATOR_KEY", OPERATOR_KEY);
    environment.put("PAYMENTS_ENCRYPTION_KEY", ENCRYPTION_KEY);
    environment.put("PAYMENTS_GATEWAY_TIMEOUT", "PT4S");
    environment.put("PAYMENTS_RENEWALS_PER_SECOND", renewals);
    environment.put("PAYMENTS_CYBERSOURCE_SANDBOX_URL", simulator.url());
    environment.put(KillPoint.variableName(), killPoint);
    var process = ServiceProcess.start(environment, options, main);
    try {
      process.awaitReady();
      prepare();
      return process;
    } catch (RuntimeException e) {
      process.kill();
      throw e;
    }
  }

  void kill(ServiceProcess process) {
    gate.shut();
    process.kill();
  }

  private void prepare() {
    if (site == null) {
      ok(gatewayCaller().post("/simulator/merchants", merchant.settings()));
      var made = ok(caller.post("/v1/sites", Map.of("name", "Proof", "url", "https://p.example")));
      ok(
          caller.put(
              "/v1/sites/" + made.id() + "/integrations/cybersource",
              merchant.integration("enabled")));
      site = made.id();
    }
  }

  String path(String rest) {
    return "/v1/sites/" + site + rest;
  }

  static Answer ok(Answer answer) {
    if (answer.status() >= 300) {
      throw new IllegalStateException(answer.status() + " " + answer.body());
    }
    return answer;
  }

  /// Lets a share of all requests suffer, chosen by a seed.
  void scenario(Map<String, ?> match, Map<String, ?> effect, double probability, long seed) {
    ok(
        gatewayCaller()
            .post(
                "/simulator/scenarios",
                Map.of(
                    "match", match, "effect", effect, "probability", probability, "seed", seed)));
  }

  void endScenarios() {
    ok(gatewayCaller().delete("/simulator/scenarios"));
  }

  JsonNode ledger() {
    return ok(gatewayCaller().get("/simulator/ledger?merchant_id=" + merchant.id())).body();
  }

  boolean hasReached(String code, Instant since) {
    return ok(gatewayCaller().get("/simulator/requests?after=" + since))
        .body()
        .toString()
        .contains(code);
  }

  @Override
  public void close() throws IOException {
    simulator.close();
    database.close();
    TestPostgres.delete(folder);
  }
}
