package com.pelcro.payments.bootstrap.browser;

import com.pelcro.payments.bootstrap.Config;
import com.pelcro.payments.bootstrap.Service;
import com.pelcro.payments.bootstrap.journey.Answer;
import com.pelcro.payments.bootstrap.journey.Caller;
import com.pelcro.payments.bootstrap.journey.Merchant;
import com.pelcro.payments.bootstrap.journey.TestPostgres;
import com.pelcro.payments.simulator.Simulator;
import com.pelcro.payments.simulator.SimulatorOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/// The service with a database and a simulator of its own.
record Venue(Path folder, TestPostgres database, Simulator simulator, Service service)
    implements AutoCloseable {

  static final String OPERATOR_KEY = "operator-key-of-the-browser-0123456789";

  static Venue open() throws IOException {
    var folder = Files.createTempDirectory("browser");
    var database = TestPostgres.start(folder.resolve("postgres"));
    var simulator = Simulator.start(SimulatorOptions.ephemeral());
    return new Venue(folder, database, simulator, Service.start(config(database, simulator)));
  }

  private static Config config(TestPostgres database, Simulator simulator) {
    var environment =
        new HashMap<>(
            Map.of(
                "PAYMENTS_HTTP_HOST", "127.0.0.1",
                "PAYMENTS_HTTP_PORT", "0",
                "PAYMENTS_DATABASE_URL", database.url(),
                "PAYMENTS_DATABASE_USER", "postgres",
                "PAYMENTS_DATABASE_PASSWORD", "postgres",
                "PAYMENTS_OPERATOR_KEY", OPERATOR_KEY,
                "PAYMENTS_ENCRYPTION_KEY", "encryption-key-of-the-browser-0123456789",
                "PAYMENTS_CYBERSOURCE_SANDBOX_URL", simulator.url(),
                "PAYMENTS_CYBERSOURCE_LIVE_URL", simulator.url()));
    return switch (Config.read(environment)) {
      case Config.Reading.Usable(var config) -> config;
      case Config.Reading.Faulty(var faults) -> throw new IllegalStateException(faults.toString());
    };
  }

  String url() {
    return "http://127.0.0.1:" + service.port();
  }

  /// The API, to have something to look at and to see what came of it.
  Caller api() {
    return Caller.of(url(), OPERATOR_KEY);
  }

  private Caller gateway() {
    return Caller.of(simulator.url(), "none");
  }

  /// An account the gateway knows.
  Merchant merchant() {
    var merchant = Merchant.invented();
    var _ = gateway().post("/simulator/merchants", merchant.settings());
    return merchant;
  }

  /// Puts an effect in force for a merchant's next payment of an amount.
  void script(Merchant merchant, long amount, Map<String, Object> effect) {
    var match = Map.of("merchant_id", merchant.id(), "path", "/pts/v2/payments", "amount", amount);
    var _ =
        gateway()
            .post("/simulator/scenarios", Map.of("match", match, "effect", effect, "times", 1));
  }

  /// A card typed into a session's form.
  String typed(Answer session) {
    return gateway()
        .post(
            "/simulator/cards",
            Map.of(
                "capture_context", session.text("/capture_context"),
                "number", "4111111111111111",
                "expiration_month", "12",
                "expiration_year", "2034",
                "security_code", "123"))
        .text("/transient_token");
  }

  /// Changes rows behind the service's back.
  void change(String sql) throws SQLException {
    try (var connection = database.server().getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      var _ = statement.executeUpdate(sql);
    }
  }

  @Override
  public void close() throws IOException {
    service.close();
    simulator.close();
    database.close();
    TestPostgres.delete(folder);
  }
}
