package com.pelcro.payments.benchmarks.harness;

import java.io.IOException;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// PostgreSQL, the simulator, the service and the bare program, each a process of its own.
public final class Arena implements AutoCloseable {

  /// A card on file at a site of the service.
  public record Card(String site, String customer, String method, String key) {}

  public static final String OURS = "ours";
  public static final String BARE = "bare";

  private static final String OPERATOR_KEY = "operator-key-of-the-benchmarks-0123456789";
  private static final String ENCRYPTION_KEY = "encryption-key-of-the-benchmarks-0123456";
  private static final int SITES = Integer.getInteger("bench.sites", 16);

  /// What protects the service from one caller would else be what is measured.
  private static final Map<String, String> NO_LIMITS =
      Map.of(
          "PAYMENTS_CALLS", "8000",
          "PAYMENTS_RATE_PER_KEY", "1000000",
          "PAYMENTS_RATE_PER_ADDRESS", "1000000");

  public final Postgres postgres;
  public final JavaProcess simulator;
  private final int tlsPort;
  private final Map<String, String> serviceEnvironment = new HashMap<>();
  private final Map<String, String> bareEnvironment = new HashMap<>();
  private final List<Card> cards = new ArrayList<>();
  private JavaProcess service;
  private JavaProcess bare;

  private Arena(Postgres postgres, JavaProcess simulator, int tlsPort) {
    this.postgres = postgres;
    this.simulator = simulator;
    this.tlsPort = tlsPort;
  }

  public static Arena open() throws IOException, SQLException {
    return open(Postgres.start());
  }

  public static Arena open(Postgres postgres) throws IOException, SQLException {
    postgres.create(OURS);
    postgres.create(BARE);
    var tlsPort = freePort();
    var simulator =
        JavaProcess.start(
            Map.of("SIMULATOR_PORT", "0", "SIMULATOR_TLS_PORT", Integer.toString(tlsPort)),
            List.of(
                "-Xmx3g",
                "-XX:+UseParallelGC",
                "-cp",
                System.getProperty("java.class.path"),
                "com.pelcro.payments.simulator.Simulator"));
    var arena = new Arena(postgres, simulator, tlsPort);
    arena.prepare();
    return arena;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /// By which a process trusts the simulator's TLS port.
  public Trust trust() throws IOException {
    return Trust.in(simulatorApi().text("/simulator/certificate"));
  }

  /// For a program that asks the simulator over TLS.
  public Map<String, String> clientEnvironment() {
    var environment = new HashMap<>(bareEnvironment);
    environment.put("CLIENT_GATEWAY_URL", "https://localhost:" + tlsPort);
    return environment;
  }

  private void prepare() throws SQLException {
    serviceEnvironment.putAll(
        Map.of(
            "PAYMENTS_HTTP_HOST", "127.0.0.1",
            "PAYMENTS_HTTP_PORT", "0",
            "PAYMENTS_DATABASE_URL", postgres.url(OURS),
            "PAYMENTS_DATABASE_USER", "postgres",
            "PAYMENTS_DATABASE_PASSWORD", "postgres",
            "PAYMENTS_OPERATOR_KEY", OPERATOR_KEY,
            "PAYMENTS_ENCRYPTION_KEY", ENCRYPTION_KEY,
            "PAYMENTS_RENEWALS_PER_SECOND", "10000",
            "PAYMENTS_CYBERSOURCE_SANDBOX_URL", gateway()));
    serviceEnvironment.putAll(NO_LIMITS);
    service = startService(Map.of(), List.of());
    for (var site = 0; site < SITES; site++) {
      cards.add(opened(site));
    }
    bareEnvironment.putAll(
        Map.of("BARE_DATABASE_URL", postgres.url(BARE), "BARE_GATEWAY_URL", gateway()));
    bareEnvironment.put(
        "BARE_CARD",
        postgres.text(
            OURS,
            """
            SELECT json_build_object('customer', json_build_object('id', token_customer),
              'paymentInstrument', json_build_object('id', token_instrument))
            FROM payment_methods WHERE payment_method_id = '%s'
            """
                .formatted(cards.getFirst().method())));
    bare = startBare(Map.of());
  }

  public String gateway() {
    return "http://127.0.0.1:" + simulator.port();
  }

  public Map<String, String> serviceEnvironment() {
    return Map.copyOf(serviceEnvironment);
  }

  private static final List<String> HEAP = List.of("-Xmx512m");

  public JavaProcess startService(Map<String, String> more, List<String> options) {
    var environment = new HashMap<>(serviceEnvironment);
    environment.putAll(more);
    var arguments = new ArrayList<>(HEAP);
    arguments.addAll(options);
    arguments.addAll(
        List.of("-jar", JavaProcess.built("bootstrap/target/pelcro-payments.jar").toString()));
    return JavaProcess.start(environment, arguments);
  }

  private JavaProcess startBare(Map<String, String> more) {
    var environment = new HashMap<>(bareEnvironment);
    environment.putAll(more);
    var arguments = new ArrayList<>(HEAP);
    arguments.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            "com.pelcro.payments.benchmarks.bare.BareProgram"));
    return JavaProcess.start(environment, arguments);
  }

  /// After the tables were filled for the first time: lets the planner know of it, as happens by
  /// itself within a minute.
  public void settle(String program) throws SQLException {
    postgres.change(program, "VACUUM ANALYZE");
  }

  /// Starts both anew, with these variables besides.
  public void restart(Map<String, String> ours, Map<String, String> others, List<String> options) {
    service.close();
    bare.close();
    service = startService(ours, options);
    bare = startBare(others);
  }

  private Card opened(int number) {
    var merchant = "bench_" + number + "_" + UUID.randomUUID().toString().substring(0, 8);
    var secret = Base64.getEncoder().encodeToString(UUID.randomUUID().toString().getBytes());
    var settings =
        Map.of(
            "merchant_id", merchant, "key_id", UUID.randomUUID().toString(), "secret_key", secret);
    var _ = simulatorApi().post("/simulator/merchants", settings);
    if (number == 0) {
      bareEnvironment.put("BARE_MERCHANT_ID", merchant);
      bareEnvironment.put("BARE_KEY_ID", settings.get("key_id"));
      bareEnvironment.put("BARE_SECRET_KEY", secret);
    }
    var api = operator();
    var site =
        api.post("/v1/sites", Map.of("name", "Bench " + number, "url", "https://b.example"))
            .path("id")
            .asText();
    var path = "/v1/sites/" + site;
    var _ =
        api.put(
            path + "/integrations/cybersource",
            Map.of(
                "environment", "sandbox",
                "status", "enabled",
                "supported_currency", "EUR",
                "settings", settings));
    var key = api.post(path + "/api-keys", Map.of("name", "bench")).path("key").asText();
    var customer = api.post(path + "/customers", Map.of("name", "Ana")).path("id").asText();
    var session = api.post(path + "/card-sessions", Map.of());
    var token =
        simulatorApi()
            .post(
                "/simulator/cards",
                Map.of(
                    "capture_context", session.path("capture_context").asText(),
                    "number", "4111111111111111",
                    "expiration_month", "12",
                    "expiration_year", "2034",
                    "security_code", "123"));
    var method =
        api.post(
            path + "/customers/" + customer + "/payment-methods",
            Map.of(
                "card_session", session.path("id").asText(),
                "transient_token", token.path("transient_token").asText(),
                "billing_details", billing()));
    return new Card(site, customer, method.path("id").asText(), key);
  }

  private static Map<String, Object> billing() {
    return Map.of(
        "name", "Ana Kovac",
        "email", "ana@reader.example",
        "address",
            Map.of("line1", "Ilica 10", "city", "Zagreb", "postal_code", "10000", "country", "HR"));
  }

  Api operator() {
    return Api.at(service.port(), OPERATOR_KEY);
  }

  Api simulatorApi() {
    return Api.at(simulator.port(), "none");
  }

  /// Every payment is answered so much later, until told otherwise.
  public void gatewayTakes(long millis) {
    var _ = simulatorApi().delete("/simulator/scenarios");
    if (millis > 0) {
      var _ =
          simulatorApi()
              .post(
                  "/simulator/scenarios",
                  Map.of(
                      "match", Map.of("path", "/pts/v2/payments"),
                      "effect", Map.of("kind", "delay", "millis", millis)));
    }
  }

  /// Two of them in turn: what is measured, and its yardstick.
  public List<String> programs() {
    return List.of(OURS, BARE);
  }

  public JavaProcess process(String program) {
    return program.equals(OURS) ? service : bare;
  }

  /// The card of one site after the other.
  Card card(int number) {
    return cards.get(number % cards.size());
  }

  /// So many who read the feeds of all sites to their ends and wait there.
  public Readers readers(int count) throws InterruptedException {
    return Readers.of(this, count);
  }

  /// The next charge, at each site in its turn.
  public Load.Request charge(String program, int number) {
    var key = UUID.randomUUID().toString();
    if (program.equals(BARE)) {
      return new Load.Request(
          bare.port(),
          "/charges",
          Map.of("Idempotency-Key", key, "Content-Type", "application/json"),
          "{\"amount\":1990,\"currency\":\"EUR\"}");
    }
    var card = card(number);
    return new Load.Request(
        service.port(),
        "/v1/sites/" + card.site() + "/charges",
        Map.of(
            "Idempotency-Key",
            key,
            "Content-Type",
            "application/json",
            "Authorization",
            "Bearer " + card.key()),
        "{\"customer\":\"%s\",\"payment_method\":\"%s\",\"amount\":1990,\"currency\":\"EUR\"}"
            .formatted(card.customer(), card.method()));
  }

  /// Charges of the service that were captured.
  public long captured() throws SQLException {
    return postgres.count(OURS, "SELECT count(*) FROM charges WHERE status = 'captured'");
  }

  /// Charges that were made long ago, as many at each site.
  public void stock(long count) throws SQLException {
    var each = count / cards.size();
    for (var site = 0; site < cards.size(); site++) {
      var charge =
          postgres.text(
              OURS,
              "SELECT max(charge_id) FROM charges WHERE status = 'captured' AND site_id = '%s'"
                  .formatted(cards.get(site).site()));
      Stock.add(postgres, charge, 1 + site * each, each);
    }
  }

  /// A subscription at every site, far from due: what a backlog is copied from.
  public void subscribe() {
    var api = operator();
    for (var card : cards) {
      var asked =
          Map.of(
              "customer",
              card.customer(),
              "payment_method",
              card.method(),
              "amount",
              1000,
              "currency",
              "EUR",
              "interval",
              "month",
              "interval_count",
              1,
              "collection",
              "automatic",
              "trial_end",
              Instant.now().plus(30, ChronoUnit.DAYS).toString());
      var _ = api.post("/v1/sites/" + card.site() + "/subscriptions", asked);
    }
  }

  /// Copies of the subscriptions, over all sites, not due yet.
  public void backlog(String program, int round, int size) throws SQLException {
    postgres.change(
        program,
        program.equals(BARE)
            ? """
            INSERT INTO renewals SELECT '%1$s_' || n, 1000, 'scheduled', now() + interval '1 year', NULL
            FROM generate_series(1, %2$d) n
            """
                .formatted(name(round), size)
            : BACKLOG.formatted(name(round), size / cards.size()));
    settle(program);
  }

  private static final String BACKLOG =
      """
      SET session_replication_role = replica;

      INSERT INTO subscriptions (site_id, subscription_id, customer_id, payment_method_id,
        amount, agreed_amount, currency, anchor, time_zone, interval_unit, interval_count,
        collection, status, started_at, current_index, cancel_at_period_end,
        failed_attempts, metadata, created_at, updated_at)
      SELECT site_id, 'sub_' || '%1$s' || right(subscription_id, 12) || lpad(n::text, 8, '0'),
        customer_id, payment_method_id,
        amount, agreed_amount, currency, anchor, time_zone, interval_unit, interval_count,
        collection, status, started_at, current_index, cancel_at_period_end,
        failed_attempts, metadata, created_at, updated_at
      FROM subscriptions, generate_series(1, %2$d) n WHERE subscription_id NOT LIKE 'sub_00%%';

      INSERT INTO renewals (site_id, renewal_id, subscription_id, period_index, period_start,
        period_end, state, due_at, wake_at, attempts, strikes, updated_at)
      SELECT site_id, 'rn_' || '%1$s' || right(subscription_id, 12) || lpad(n::text, 8, '0'),
        'sub_' || '%1$s' || right(subscription_id, 12) || lpad(n::text, 8, '0'),
        period_index, period_start, period_end, state, due_at + interval '1 year',
        wake_at + interval '1 year', 0, 0, updated_at
      FROM renewals, generate_series(1, %2$d) n WHERE subscription_id NOT LIKE 'sub_00%%';

      SET session_replication_role = DEFAULT
      """;

  private static String name(int round) {
    return "00%04d".formatted(round + 1);
  }

  /// Now the backlog is due.
  public void due(String program, int round) throws SQLException {
    postgres.change(
        program,
        program.equals(BARE)
            ? "UPDATE renewals SET due_at = now() WHERE " + bareBacklog(round)
            : "UPDATE renewals SET due_at = now(), wake_at = now() WHERE " + backlog(round));
  }

  /// How many of the backlog are not paid yet.
  public long waiting(String program, int round) throws SQLException {
    return postgres.count(
        program,
        program.equals(BARE)
            ? "SELECT count(*) FROM renewals WHERE status <> 'paid' AND " + bareBacklog(round)
            : "SELECT count(*) FROM renewals WHERE state <> 'paid' AND " + backlog(round));
  }

  private static String backlog(int round) {
    return "period_index = 0 AND starts_with(renewal_id, 'rn_" + name(round) + "')";
  }

  private static String bareBacklog(int round) {
    return "starts_with(id, '" + name(round) + "')";
  }

  @Override
  public void close() throws IOException {
    service.close();
    bare.close();
    simulator.close();
    postgres.close();
  }
}
