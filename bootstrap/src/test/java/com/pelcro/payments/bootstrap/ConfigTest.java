package com.pelcro.payments.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.application.cardsession.CardTestingLimits;
import com.pelcro.payments.bootstrap.Config.Reading.Faulty;
import com.pelcro.payments.bootstrap.Config.Reading.Usable;
import com.pelcro.payments.http.limit.HttpLimits;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigTest {

  private static final String KEY = "0123456789abcdef0123456789abcdef";

  @Test
  void what_is_left_out_has_the_documented_default() {
    var config = readable(Map.of());
    assertThat(config.http().port()).isEqualTo(8080);
    assertThat(config.http().host()).isEqualTo("0.0.0.0");
    assertThat(config.http().publicUrl()).isEqualTo(URI.create("http://localhost:8080"));
    assertThat(config.database().pool()).isEqualTo(16);
    assertThat(config.gateways().timeout()).isEqualTo(Duration.ofSeconds(30));
    assertThat(config.renewals()).isEqualTo(Config.Renewals.ENABLED);
    assertThat(config.previousEncryptionKey()).isNull();
  }

  @Test
  void limits_are_generous_unless_they_are_set() {
    assertThat(readable(Map.of()).http().limits()).isEqualTo(HttpLimits.USUAL);
    assertThat(readable(Map.of()).http().cardTesting()).isEqualTo(CardTestingLimits.USUAL);
    var set =
        readable(Map.of("PAYMENTS_RATE_PER_KEY", "7", "PAYMENTS_TRUSTED_PROXIES", "10.0.0.1, ::1"));
    assertThat(set.http().limits().perKey()).isEqualTo(7);
    assertThat(set.http().limits().proxies())
        .containsExactlyInAnyOrder("10.0.0.1", "0:0:0:0:0:0:0:1");
  }

  @Test
  void the_public_url_follows_the_port() {
    assertThat(readable(Map.of("PAYMENTS_HTTP_PORT", "9999")).http().publicUrl()).hasPort(9999);
  }

  @Test
  void all_that_is_missing_is_said_at_once() {
    assertThat(faults(Map.of()))
        .extracting(fault -> fault.split(" ", 2)[0])
        .containsExactly(
            "PAYMENTS_DATABASE_URL",
            "PAYMENTS_DATABASE_USER",
            "PAYMENTS_DATABASE_PASSWORD",
            "PAYMENTS_OPERATOR_KEY",
            "PAYMENTS_ENCRYPTION_KEY");
  }

  @ParameterizedTest
  @CsvSource({
    "PAYMENTS_HTTP_PORT, 65536",
    "PAYMENTS_HTTP_PORT, -1",
    "PAYMENTS_HTTP_PORT, many",
    "PAYMENTS_PUBLIC_URL, ftp://pay.example",
    "PAYMENTS_PUBLIC_URL, 'not a url'",
    "PAYMENTS_DATABASE_URL, postgres://localhost/payments",
    "PAYMENTS_DATABASE_POOL, 1",
    "PAYMENTS_DATABASE_POOL, 501",
    "PAYMENTS_DATABASE_WAIT, PT0.1S",
    "PAYMENTS_DATABASE_WAIT, PT3M",
    "PAYMENTS_OPERATOR_KEY, 0123456789abcdef0123456789abcde",
    "PAYMENTS_ENCRYPTION_KEY, short",
    "PAYMENTS_ENCRYPTION_KEY_PREVIOUS, short",
    "PAYMENTS_GATEWAY_TIMEOUT, 30",
    "PAYMENTS_GATEWAY_TIMEOUT, PT0.5S",
    "PAYMENTS_GATEWAY_TIMEOUT, PT2M1S",
    "PAYMENTS_RENEWALS, maybe",
    "PAYMENTS_RENEWALS_PER_SECOND, 0",
    "PAYMENTS_RATE_PER_KEY, 0",
    "PAYMENTS_RATE_PER_ADDRESS, lots",
    "PAYMENTS_RATE_CARD_FORMS, 0",
    "PAYMENTS_CALLS, 0",
    "PAYMENTS_CALLS, 10001",
    "PAYMENTS_HTTP_BODY_TIMEOUT, PT0S",
    "PAYMENTS_HTTP_IDLE_TIMEOUT, PT11M",
    "PAYMENTS_TRUSTED_PROXIES, proxy.example",
    "PAYMENTS_CARD_TESTING_WINDOW, P2D",
    "PAYMENTS_CARD_TESTING_PER_SESSION, 0",
    "PAYMENTS_CARD_TESTING_PER_ADDRESS, 0",
    "PAYMENTS_CARD_TESTING_PER_SITE, 0",
  })
  void a_faulty_value_is_named_by_its_variable(String variable, String value) {
    var environment = complete();
    environment.put(variable, value);
    assertThat(faults(environment)).singleElement().asString().startsWith(variable + " ");
  }

  @Test
  void a_fault_does_not_repeat_a_secret() {
    var environment = complete();
    environment.put("PAYMENTS_OPERATOR_KEY", "too-short-but-secret");
    assertThat(faults(environment)).noneMatch(fault -> fault.contains("too-short-but-secret"));
  }

  @Test
  void a_configuration_shows_no_secret() {
    var environment = complete();
    environment.put("PAYMENTS_ENCRYPTION_KEY_PREVIOUS", KEY);
    assertThat(readable(environment).toString()).doesNotContain(KEY).doesNotContain("pass-word");
  }

  private static Config readable(Map<String, String> more) {
    var environment = complete();
    environment.putAll(more);
    assertThat(Config.read(environment)).isInstanceOf(Usable.class);
    return ((Usable) Config.read(environment)).config();
  }

  private static List<String> faults(Map<String, String> environment) {
    assertThat(Config.read(environment)).isInstanceOf(Faulty.class);
    return ((Faulty) Config.read(environment)).faults();
  }

  private static Map<String, String> complete() {
    return new HashMap<>(
        Map.of(
            "PAYMENTS_DATABASE_URL", "jdbc:postgresql://localhost/payments",
            "PAYMENTS_DATABASE_USER", "payments",
            "PAYMENTS_DATABASE_PASSWORD", "pass-word",
            "PAYMENTS_OPERATOR_KEY", KEY,
            "PAYMENTS_ENCRYPTION_KEY", KEY));
  }

  @Test
  void every_variable_is_in_the_operators_paper_and_no_other() throws IOException {
    var source = Path.of("src/main/java/com/pelcro/payments/bootstrap/ConfigReader.java");
    var read = variables(Files.readString(source), "\"((?:PAYMENTS|OTEL)_[A-Z_]*[A-Z])\"");
    var written =
        variables(
            Files.readString(Path.of("..", "docs", "operations.md")),
            "\n\\| `((?:PAYMENTS|OTEL)_[A-Z_]+)` \\|");
    assertThat(written)
        .filteredOn(name -> !name.startsWith("PAYMENTS_CYBERSOURCE"))
        .containsExactlyInAnyOrderElementsOf(read);
  }

  private static Set<String> variables(String text, String shape) {
    return Pattern.compile(shape)
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toSet());
  }
}
