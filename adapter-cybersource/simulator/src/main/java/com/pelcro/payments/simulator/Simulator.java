package com.pelcro.payments.simulator;

import com.pelcro.payments.simulator.http.Exchanges;
import com.pelcro.payments.simulator.http.SignatureCheck;
import com.pelcro.payments.simulator.http.Tomorrow;
import com.pelcro.payments.simulator.payments.PaymentFacts;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.time.InstantSource;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/// A stand-in for CyberSource: runs beside the service or inside a test, keeps everything in
/// memory.
///
/// Tests start one with `Simulator.start(SimulatorOptions.ephemeral())` and talk to it over HTTP
/// like everybody else.
public final class Simulator implements AutoCloseable {

  private static final String LOG_SETUP = "logback.configurationFile";
  private static final int USUAL_PORT = 8090;

  private final Vertx vertx;
  private final Exchanges exchanges;
  private final Router router;
  private final SimulatorOptions options;
  private final HttpServer plain;
  private final @Nullable HttpServer secure;

  private Simulator(SimulatorOptions options) {
    this.options = options;
    this.vertx = Vertx.vertx();
    var certificate = options.tlsPort() == null ? null : Certificate.make();
    var world = new World(options.clock());
    this.exchanges = exchanges(world);
    this.router = Router.router(vertx);
    var routes =
        new Routes(router, exchanges, new Tomorrow(() -> world.settings.now().extraFields()));
    new GatewayRoutes(routes, world).add();
    new ControlRoutes(routes, world).add(certificate);
    routes.close();
    this.plain = listen(options.port(), new HttpServerOptions());
    this.secure =
        certificate == null || options.tlsPort() == null
            ? null
            : listen(
                options.tlsPort(),
                new HttpServerOptions().setSsl(true).setKeyCertOptions(certificate.options()));
  }

  /// Starts one; it listens when this returns.
  public static Simulator start(SimulatorOptions options) {
    return new Simulator(options);
  }

  private Exchanges exchanges(World world) {
    return new Exchanges(
        vertx,
        new SignatureCheck(world.merchants, world.clock),
        world.scenarios,
        world.log,
        world.clock,
        new PaymentFacts(world.ledger, world.vault, world.captured)::of);
  }

  private HttpServer listen(int port, HttpServerOptions serverOptions) {
    var server = vertx.createHttpServer(serverOptions.setHost(options.host()).setPort(port));
    return wait(server.requestHandler(router).listen());
  }

  private static <T> T wait(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
  }

  /// The port it listens on without TLS.
  public int port() {
    return plain.actualPort();
  }

  /// The port it listens on with TLS, if it does.
  public OptionalInt tlsPort() {
    return secure == null ? OptionalInt.empty() : OptionalInt.of(secure.actualPort());
  }

  /// Where to reach it without TLS.
  public String url() {
    return "http://" + options.host() + ":" + port();
  }

  @Override
  public void close() {
    wait(vertx.close());
    exchanges.close();
  }

  /// Runs one until the process is told to stop. Environment: `SIMULATOR_PORT`,
  /// `SIMULATOR_TLS_PORT`, `SIMULATOR_HOST`.
  public static void main(String[] arguments) {
    // Named here and not found by its usual name: inside the service it must not stand beside the
    // service's own.
    if (System.getProperty(LOG_SETUP) == null) {
      System.setProperty(LOG_SETUP, "com/pelcro/payments/simulator/log.xml");
    }
    var log = LoggerFactory.getLogger(Simulator.class);
    var simulator = start(fromEnvironment());
    Runtime.getRuntime().addShutdownHook(new Thread(simulator::close));
    log.info("CyberSource simulator at {}", simulator.url());
    simulator.tlsPort().ifPresent(port -> log.info("with TLS on port {}", port));
  }

  private static SimulatorOptions fromEnvironment() {
    var host = System.getenv().getOrDefault("SIMULATOR_HOST", "127.0.0.1");
    var port = port("SIMULATOR_PORT");
    return new SimulatorOptions(
        host, port == null ? USUAL_PORT : port, port("SIMULATOR_TLS_PORT"), InstantSource.system());
  }

  private static @Nullable Integer port(String variable) {
    var text = System.getenv(variable);
    if (text == null || text.isBlank()) {
      return null;
    }
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65535) {
      throw new IllegalArgumentException(variable + " is no port");
    }
    return Integer.valueOf(text);
  }
}
