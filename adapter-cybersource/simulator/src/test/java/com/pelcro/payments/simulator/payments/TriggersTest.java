package com.pelcro.payments.simulator.payments;

import static com.pelcro.payments.simulator.TestRequests.card;
import static com.pelcro.payments.simulator.TestRequests.code;
import static com.pelcro.payments.simulator.TestRequests.payment;
import static com.pelcro.payments.simulator.TestRequests.sale;
import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.simulator.Simulator;
import com.pelcro.payments.simulator.SimulatorOptions;
import com.pelcro.payments.simulator.TestMerchant;
import com.pelcro.payments.simulator.TestMerchant.Answer;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TriggersTest {

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

  @ParameterizedTest
  @CsvSource({
    "123, false, AUTHORIZED, '', 500",
    "901, false, AUTHORIZED_PENDING_REVIEW, CV_FAILED, 0",
    "901, true, AUTHORIZED, '', 500",
    "902, true, DECLINED, CVN_NOT_MATCH, 0"
  })
  void security_codes_decide(
      String typed, boolean ignored, String status, String reason, long captured) {
    var code = code();
    var processing =
        "{\"capture\": true, \"authorizationOptions\": {\"ignoreCvResult\": " + ignored + "}}";
    var card = card("4111111111111111").replace("\"123\"", "\"" + typed + "\"");
    var answer = merchant.post(PAYMENTS, payment(code, "5.00", processing, card, ""));
    assertThat(answer.at("status")).isEqualTo(status);
    assertThat(answer.at("errorInformation.reason")).isEqualTo(reason);
    assertThat(merchant.ledger(code).at("/totals/EUR/captured").asLong()).isEqualTo(captured);
  }

  @Test
  void an_address_is_needed_for_a_number() {
    var body =
        sale(code(), "5.00").replace("\"locality\": \"Zagreb\",", "").replace("\"HR\"", "\"US\"");
    var answer = merchant.post(PAYMENTS, body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("details").findValuesAsText("field"))
        .containsExactly(
            "orderInformation.billTo.locality", "orderInformation.billTo.administrativeArea");
  }

  @Test
  void many_at_once_are_all_counted_and_a_reference_only_once() throws InterruptedException {
    var prefix = "many" + code();
    try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
      var calls =
          IntStream.range(0, 100)
              .mapToObj(number -> sale(prefix + "-" + number % 50, "1.00"))
              .map(body -> (Callable<Answer>) () -> merchant.post(PAYMENTS, body))
              .toList();
      workers.invokeAll(calls);
    }
    assertThat(merchant.ledger(prefix).at("/totals/EUR/captured").asLong()).isEqualTo(5000);
  }
}
