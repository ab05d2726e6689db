package com.pelcro.payments.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.bootstrap.Config.Reading.Faulty;
import com.pelcro.payments.bootstrap.Config.Reading.Usable;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CyberSourceConfigTest {

  private static final String SANDBOX = "PAYMENTS_CYBERSOURCE_SANDBOX_URL";
  private static final String LIVE = "PAYMENTS_CYBERSOURCE_LIVE_URL";

  @Test
  void what_is_left_out_has_the_documented_default() {
    var hosts = hosts(Map.of());
    assertThat(hosts.liveUrl()).hasHost("api.cybersource.com");
    assertThat(hosts.sandboxUrl()).hasHost("apitest.cybersource.com");
  }

  @Test
  void what_is_set_is_taken() {
    var hosts = hosts(Map.of(SANDBOX, "http://127.0.0.1:1", LIVE, "http://127.0.0.1:2"));
    assertThat(hosts.sandboxUrl()).hasPort(1);
    assertThat(hosts.liveUrl()).hasPort(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {SANDBOX, LIVE})
  void a_faulty_value_is_named_by_its_variable(String variable) {
    assertThat(Config.read(environment(Map.of(variable, "nowhere"))))
        .isInstanceOfSatisfying(
            Faulty.class,
            faulty ->
                assertThat(faulty.faults()).singleElement().asString().startsWith(variable + " "));
  }

  private static Config.Hosts hosts(Map<String, String> more) {
    var reading = Config.read(environment(more));
    assertThat(reading).isInstanceOf(Usable.class);
    assertThat(((Usable) reading).config().gateways().hosts()).containsOnlyKeys("CYBERSOURCE");
    return ((Usable) reading).config().gateways().hosts().values().iterator().next();
  }

  private static Map<String, String> environment(Map<String, String> more) {
    var environment =
        new HashMap<>(
            Map.of(
                "PAYMENTS_DATABASE_URL", "jdbc:postgresql://localhost/payments",
                "PAYMENTS_DATABASE_USER", "payments",
                "PAYMENTS_DATABASE_PASSWORD", "pass-word",
                "PAYMENTS_OPERATOR_KEY", "0123456789abcdef0123456789abcdef",
                "PAYMENTS_ENCRYPTION_KEY", "0123456789abcdef0123456789abcdef"));
    environment.putAll(more);
    return environment;
  }
}
