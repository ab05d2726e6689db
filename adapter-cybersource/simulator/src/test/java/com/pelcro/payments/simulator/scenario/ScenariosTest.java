package com.pelcro.payments.simulator.scenario;

import static com.pelcro.payments.simulator.TestRequests.code;
import static com.pelcro.payments.simulator.TestRequests.sale;
import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.simulator.Simulator;
import com.pelcro.payments.simulator.SimulatorOptions;
import com.pelcro.payments.simulator.TestMerchant;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScenariosTest {

  private static final String PAYMENTS = "/pts/v2/payments";

  private Simulator simulator;
  private TestMerchant merchant;

  @BeforeAll
  void start() {
    simulator = Simulator.start(SimulatorOptions.ephemeral());
    merchant = TestMerchant.standard(simulator);
  }

  @AfterAll
  void stop() {
    simulator.close();
  }

  @AfterEach
  void calm() {
    merchant.own("DELETE", "/simulator/scenarios", "");
  }

  @Test
  void a_decline_says_what_the_scenario_says() {
    merchant.scenario(
        """
        {"effect": {"kind": "decline", "reason": "STOLEN_LOST_CARD", "merchant_advice": "03",
         "response_code": "43"}}\
        """);
    var answer = merchant.post(PAYMENTS, sale(code(), "1.00"));
    assertThat(answer.at("errorInformation.reason")).isEqualTo("STOLEN_LOST_CARD");
    assertThat(answer.at("processorInformation.merchantAdvice.code")).isEqualTo("03");
    assertThat(answer.at("processorInformation.responseCode")).isEqualTo("43");
  }

  @Test
  void a_lost_request_did_nothing() {
    merchant.scenario("{\"effect\": {\"kind\": \"lose_request\"}, \"times\": 1}");
    var code = code();
    assertThat(merchant.post(PAYMENTS, sale(code, "1.00")).status()).isZero();
    assertThat(merchant.ledger(code).path("data").isEmpty()).isTrue();
  }

  @Test
  void a_lost_reply_moved_the_money() {
    merchant.scenario("{\"effect\": {\"kind\": \"lose_reply\"}, \"times\": 1}");
    var code = code();
    assertThat(merchant.post(PAYMENTS, sale(code, "1.00")).status()).isZero();
    assertThat(merchant.ledger(code).at("/totals/EUR/captured").asLong()).isEqualTo(100);
  }

  @Test
  void a_late_payment_happens_after_the_caller_is_gone() {
    merchant.scenario("{\"effect\": {\"kind\": \"late\", \"millis\": 150}, \"times\": 1}");
    var code = code();
    assertThat(merchant.post(PAYMENTS, sale(code, "1.00")).status()).isZero();
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> merchant.ledger(code).path("data").size() == 1);
  }

  @Test
  void a_delayed_payment_is_done_before_it_is_answered() {
    merchant.scenario("{\"effect\": {\"kind\": \"delay\", \"millis\": 600000}, \"times\": 1}");
    var code = code();
    var answer = CompletableFuture.supplyAsync(() -> merchant.post(PAYMENTS, sale(code, "1.00")));
    Awaitility.await().until(() -> merchant.ledger(code).path("data").size() == 1);
    assertThat(answer).isNotDone();
    assertThat(merchant.post(PAYMENTS, sale(code(), "1.00")).at("status")).isEqualTo("AUTHORIZED");
  }

  @Test
  void a_delayed_answer_arrives() {
    merchant.scenario("{\"effect\": {\"kind\": \"delay\", \"millis\": 50}, \"times\": 1}");
    assertThat(merchant.post(PAYMENTS, sale(code(), "1.00")).at("status")).isEqualTo("AUTHORIZED");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void another_answer_may_come_instead(boolean processed) {
    merchant.scenario(
        """
        {"effect": {"kind": "http", "status": 503, "body": "<html>down</html>",
         "content_type": "text/html", "processed": %s}}\
        """
            .formatted(processed));
    var code = code();
    var answer = merchant.post(PAYMENTS, sale(code, "1.00"));
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.text()).isEqualTo("<html>down</html>");
    assertThat(merchant.ledger(code).path("data").size()).isEqualTo(processed ? 1 : 0);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void half_an_answer_is_none(boolean processed) {
    merchant.scenario(
        "{\"effect\": {\"kind\": \"truncate\", \"processed\": %s}}".formatted(processed));
    var code = code();
    assertThat(merchant.post(PAYMENTS, sale(code, "1.00")).status()).isZero();
    assertThat(merchant.ledger(code).path("data").size()).isEqualTo(processed ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({
    "AUTHORIZED_RISK_DECLINED, 0, 100",
    "AUTHORIZED_PENDING_REVIEW, 0, 100",
    "PARTIAL_AUTHORIZED, 0, 40",
    "PENDING_REVIEW, 0, 0",
    "A_WORD_OF_TOMORROW, 100, 0"
  })
  void a_status_says_what_happens_to_the_money(String status, long captured, long held) {
    merchant.scenario(
        "{\"effect\": {\"kind\": \"status\", \"status\": \"%s\"%s}}"
            .formatted(status, status.startsWith("PARTIAL") ? ", \"authorized_amount\": 40" : ""));
    var code = code();
    assertThat(merchant.post(PAYMENTS, sale(code, "1.00")).at("status")).isEqualTo(status);
    var totals = merchant.ledger(code).at("/totals/EUR");
    assertThat(totals.path("captured").asLong()).isEqualTo(captured);
    assertThat(totals.path("held").asLong()).isEqualTo(held);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"method\": \"GET\"",
        "\"path\": \"/refunds$\"",
        "\"code_prefix\": \"OTHER\"",
        "\"amount\": 101",
        "\"last4\": \"4444\"",
        "\"merchant_id\": \"other\""
      })
  void what_does_not_match_is_left_alone(String match) {
    merchant.scenario("{\"match\": {" + match + "}, \"effect\": {\"kind\": \"decline\"}}");
    assertThat(merchant.post(PAYMENTS, sale(code(), "1.00")).at("status")).isEqualTo("AUTHORIZED");
  }

  @Test
  void all_of_a_match_has_to_fit() {
    var code = code();
    merchant.scenario(
        """
        {"match": {"method": "POST", "path": "^/pts/v2/payments$", "code_prefix": "%s", "amount": 100,
         "last4": "1111", "merchant_id": "acme_test"}, "effect": {"kind": "decline"}}\
        """
            .formatted(code));
    assertThat(merchant.post(PAYMENTS, sale(code, "1.00")).at("status")).isEqualTo("DECLINED");
  }

  @Test
  void times_run_out() {
    merchant.scenario("{\"effect\": {\"kind\": \"decline\"}, \"times\": 2}");
    assertThat(statuses(3)).isEqualTo("DECLINED DECLINED AUTHORIZED ");
  }

  @Test
  void the_same_seed_throws_the_same_dice() {
    var dice = "{\"effect\": {\"kind\": \"decline\"}, \"probability\": 0.5, \"seed\": 7}";
    merchant.scenario(dice);
    var first = statuses(8);
    calm();
    merchant.scenario(dice);
    assertThat(statuses(8)).isEqualTo(first).contains("DECLINED").contains("AUTHORIZED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"effect\": {\"kind\": \"explode\"}}",
        "{\"effect\": {\"kind\": \"delay\"}}",
        "{\"effect\": {\"kind\": \"decline\"}, \"probability\": 2}",
        "{\"effect\": {\"kind\": \"decline\"}, \"match\": {\"path\": \"(\"}}"
      })
  void a_malformed_scenario_is_refused(String json) {
    assertThat(merchant.own("POST", "/simulator/scenarios", json).status()).isEqualTo(400);
  }

  @Test
  void a_scenario_can_be_read_and_taken_back() {
    var id =
        merchant
            .own(
                "POST",
                "/simulator/scenarios",
                "{\"effect\": {\"kind\": \"search_lag\", \"millis\": 5}}")
            .at("id");
    var read = merchant.own("GET", "/simulator/scenarios/" + id, "");
    assertThat(read.at("effect.kind")).isEqualTo("search_lag");
    assertThat(read.json().path("strikes").asLong()).isZero();
    assertThat(merchant.own("DELETE", "/simulator/scenarios/" + id, "").status()).isEqualTo(204);
    assertThat(merchant.own("GET", "/simulator/scenarios/" + id, "").status()).isEqualTo(404);
  }

  private String statuses(int count) {
    var statuses = new StringBuilder();
    IntStream.range(0, count)
        .forEach(
            _ ->
                statuses
                    .append(merchant.post(PAYMENTS, sale(code(), "1.00")).at("status"))
                    .append(' '));
    return statuses.toString();
  }
}
