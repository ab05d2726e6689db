package com.pelcro.payments.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What Prometheus itself says of the alarms, where it is on this machine: Debian's package
/// `prometheus` brings `promtool`. `-Dpromtool=required` fails without.
class PromtoolTest {

  private static final Logger LOG = LoggerFactory.getLogger(PromtoolTest.class);
  private static final Path FOLDER = Path.of("..", "docs", "monitoring");

  @Test
  void the_alarms_are_rules() throws Exception {
    assertThat(promtool("check", "rules", "alerts.yaml")).contains("SUCCESS");
  }

  @Test
  void the_alarms_go_off_when_they_should_and_keep_quiet_otherwise() throws Exception {
    assertThat(promtool("test", "rules", "alerts-test.yaml")).contains("SUCCESS");
  }

  @Test
  void every_alarm_has_its_page() throws IOException {
    var operations = Files.readString(Path.of("..", "docs", "operations.md"));
    var alarms =
        Files.readAllLines(FOLDER.resolve("alerts.yaml")).stream()
            .filter(line -> line.contains("- alert: "))
            .map(line -> line.replace("- alert: ", "").strip())
            .toList();
    assertThat(alarms)
        .hasSizeGreaterThan(15)
        .allSatisfy(alarm -> assertThat(operations).contains("\n### " + alarm + "\n"));
  }

  @Test
  void the_dashboard_is_one() throws IOException {
    var dashboard = new ObjectMapper().readTree(FOLDER.resolve("dashboard.json").toFile());
    assertThat(dashboard.path("panels"))
        .hasSizeGreaterThan(15)
        .allSatisfy(panel -> assertThat(panel.at("/targets/0/expr").asText()).isNotBlank());
  }

  private static String promtool(String... arguments) throws Exception {
    var builder =
        new ProcessBuilder(arguments).directory(FOLDER.toFile()).redirectErrorStream(true);
    builder.command().addFirst(command());
    var process = builder.start();
    var said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  private static String command() {
    var given = System.getProperty("promtool.path");
    return given != null
        ? given
        : Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
            .map(folder -> Path.of(folder, "promtool"))
            .filter(Files::isExecutable)
            .map(Path::toString)
            .findFirst()
            .orElseGet(PromtoolTest::without);
  }

  private static String without() {
    if ("required".equals(System.getProperty("promtool"))) {
      return fail("there is no promtool on this machine, and -Dpromtool=required");
    }
    LOG.warn("there is no promtool on this machine: NOBODY CHECKED THE ALARMS");
    return abort("there is no promtool on this machine");
  }
}
