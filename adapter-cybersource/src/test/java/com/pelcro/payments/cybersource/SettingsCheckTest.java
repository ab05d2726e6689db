package com.pelcro.payments.cybersource;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.domain.gateway.ConnectionCheck.Verdict;
import com.pelcro.payments.domain.site.Environment;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is wrong with settings: the credentials, the way to the gateway, or the account.
class SettingsCheckTest {

  private final SimulatorBench bench = new SimulatorBench();

  @AfterEach
  void close() {
    bench.close();
  }

  @ParameterizedTest
  @CsvSource({
    "200, OK",
    "201, OK",
    "401, CREDENTIALS_REJECTED",
    "400, MISCONFIGURED",
    "403, MISCONFIGURED",
    "404, MISCONFIGURED",
    "429, UNREACHABLE",
    "500, UNREACHABLE",
    "502, UNREACHABLE",
    "503, UNREACHABLE"
  })
  void an_answer_tells_what_is_wrong(int status, Verdict verdict) {
    var effect = Map.of("kind", "http", "status", status, "body", "{}", "processed", false);
    bench.panel().scenario(Map.of("path", "^/tss/v2/searches$"), effect, 1);
    assertThat(bench.adapter().payments().check(bench.integration()).verdict()).isEqualTo(verdict);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lose_request", "lose_reply"})
  void silence_means_that_nobody_is_there(String kind) {
    bench.panel().scenario(Map.of("path", "^/tss/v2/searches$"), Map.of("kind", kind), 1);
    assertThat(bench.adapter().payments().check(bench.integration()).verdict())
        .isEqualTo(Verdict.UNREACHABLE);
  }

  @Test
  void a_secret_that_is_none_is_not_even_tried() {
    var broken = TestIntegrations.credentials("acme_test", "key", "not base64!");
    var integration = TestIntegrations.integration(Environment.SANDBOX, broken, bench.now());
    assertThat(bench.adapter().payments().check(integration).verdict())
        .isEqualTo(Verdict.MISCONFIGURED);
    assertThat(bench.panel().requests("/")).isEmpty();
  }
}
