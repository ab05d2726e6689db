package com.pelcro.payments.bootstrap.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.bootstrap.CheckCommand;
import com.pelcro.payments.bootstrap.Config;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Trying a configuration out from the command line.
class CheckCommandJourneyTest {

  @RegisterExtension static final RunningService SERVICE = new RunningService(MemoryStage::new);

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  private int run() {
    printed.reset();
    return CheckCommand.run(SERVICE.config(), new PrintStream(printed, true, UTF_8));
  }

  private void noSecretIsPrinted(Config config) {
    assertThat(printed.toString(UTF_8))
        .doesNotContain(config.operatorKey().reveal())
        .doesNotContain(config.encryptionKey().reveal());
  }

  @Test
  void a_database_that_is_there_and_up_to_date_is_fine() {
    assertThat(run()).isZero();
    assertThat(printed.toString(UTF_8))
        .contains("the configuration is complete", "the tables are up to date");
    noSecretIsPrinted(SERVICE.config());
  }

  @Test
  void a_database_that_is_away_is_not() throws IOException {
    SERVICE.stopDatabase();
    try {
      assertThat(run()).isEqualTo(1);
      assertThat(printed.toString(UTF_8)).contains("the database does not let us in");
      noSecretIsPrinted(SERVICE.config());
    } finally {
      SERVICE.startDatabase();
    }
  }

  @Test
  void a_faulty_configuration_ends_with_two_and_says_every_fault() throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var builder =
        new ProcessBuilder(
            java,
            "-XX:TieredStopAtLevel=1",
            "-classpath",
            System.getProperty("java.class.path"),
            "com.pelcro.payments.bootstrap.Main",
            "--check");
    builder
        .environment()
        .putAll(
            Map.of(
                "PAYMENTS_HTTP_PORT", "many",
                "PAYMENTS_LOG_FORMAT", "text",
                "PAYMENTS_OPERATOR_KEY", "short-but-secret"));
    var process = builder.redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).isEqualTo(2);
    assertThat(said)
        .contains("PAYMENTS_HTTP_PORT ", "PAYMENTS_DATABASE_URL ", "PAYMENTS_OPERATOR_KEY ")
        .doesNotContain("short-but-secret")
        .doesNotContain("logback");
  }
}
