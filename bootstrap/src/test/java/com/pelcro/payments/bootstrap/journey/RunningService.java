package com.pelcro.payments.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.application.invariant.Invariant;
import com.pelcro.payments.bootstrap.Config;
import com.pelcro.payments.bootstrap.Service;
import com.pelcro.payments.domain.TestOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// The service with a database and a gateway of its own, for the tests of one class.
final class RunningService implements BeforeAllCallback, AfterAllCallback {

  static final String OPERATOR_KEY = TestOutput.secret("operator-key-of-the-journeys-0123456789");
  private static final String ENCRYPTION_KEY =
      TestOutput.secret("encryption-key-of-the-journeys-0123456789");

  private final Supplier<Stage> stages;
  private final UnaryOperator<Config> change;
  private @Nullable Running running;

  RunningService(Supplier<Stage> stages) {
    this(stages, UnaryOperator.identity());
  }

  /// With another configuration than the usual one.
  RunningService(Supplier<Stage> stages, UnaryOperator<Config> change) {
    this.stages = stages;
    this.change = change;
  }

  private record Running(Path folder, TestPostgres database, Stage stage, Service service) {}

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    var folder = Files.createTempDirectory("journey");
    var database = TestPostgres.start(folder.resolve("postgres"));
    var stage = stages.get();
    running = new Running(folder, database, stage, start(database, stage));
  }

  private Service start(TestPostgres database, Stage stage) {
    return start(change.apply(config(database, stage)), stage);
  }

  private static Service start(Config config, Stage stage) {
    return stage
        .adapter()
        .map(adapter -> Service.start(config, Set.of(adapter)))
        .orElseGet(() -> Service.start(config));
  }

  /// Another instance of the service on the same database and gateway, for the caller to close.
  Service another() {
    return start(running().database(), running().stage());
  }

  /// Another instance with a configuration of its own.
  Service another(Config config) {
    return start(config, running().stage());
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    checkInvariants();
    running().service().close();
    running().stage().close();
    running().database().close();
    TestPostgres.delete(running().folder());
  }

  /// Whatever the tests of a class did: at their end everything holds that always has to.
  private void checkInvariants() {
    var check = operator().post("/v1/invariant-checks", Map.of());
    assertThat(check.status()).isEqualTo(200);
    assertThat(check.body().path("violations")).isEmpty();
    var counts =
        operator()
            .get("/metrics")
            .body()
            .asText()
            .lines()
            .filter(line -> line.startsWith("payments_invariant_violations{"))
            .toList();
    assertThat(counts)
        .hasSize(Invariant.values().length)
        .allSatisfy(line -> assertThat(line).endsWith(" 0.0"));
  }

  /// Runs SQL past the service; what it selects comes back as text.
  List<String> sql(String sql) throws SQLException {
    try (var connection = running().database().server().getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      var rows = new ArrayList<String>();
      if (statement.execute(sql)) {
        var results = statement.getResultSet();
        while (results.next()) {
          rows.add(results.getString(1));
        }
      }
      return rows;
    }
  }

  Config config() {
    return config(running().database(), running().stage());
  }

  Caller operator() {
    return operatorOf(running().service());
  }

  static Caller operatorOf(Service instance) {
    return Caller.of("http://127.0.0.1:" + instance.port(), OPERATOR_KEY);
  }

  Stage stage() {
    return running().stage();
  }

  void stopDatabase() throws IOException {
    running().database().close();
  }

  void startDatabase() throws IOException {
    var before = running();
    running =
        new Running(before.folder(), before.database().again(), before.stage(), before.service());
  }

  private Running running() {
    return Objects.requireNonNull(running, "the service is started before the first test");
  }

  private static Config config(TestPostgres database, Stage stage) {
    var environment = new HashMap<String, String>();
    environment.put("PAYMENTS_HTTP_HOST", "127.0.0.1");
    environment.put("PAYMENTS_HTTP_PORT", "0");
    environment.put("PAYMENTS_DATABASE_URL", database.url());
    environment.put("PAYMENTS_DATABASE_USER", "postgres");
    environment.put("PAYMENTS_DATABASE_PASSWORD", "postgres");
    environment.put("PAYMENTS_OPERATOR_KEY", OPERATOR_KEY);
    environment.put("PAYMENTS_ENCRYPTION_KEY", ENCRYPTION_KEY);
    environment.put("PAYMENTS_GATEWAY_TIMEOUT", "PT5S");
    environment.putAll(stage.environment());
    return switch (Config.read(environment)) {
      case Config.Reading.Usable(var config) -> config;
      case Config.Reading.Faulty(var faults) -> throw new IllegalStateException(faults.toString());
    };
  }
}
