package com.pelcro.payments.simulator.payments;

import static com.pelcro.payments.simulator.TestRequests.card;
import static com.pelcro.payments.simulator.TestRequests.code;
import static com.pelcro.payments.simulator.TestRequests.payment;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.pelcro.payments.simulator.Simulator;
import com.pelcro.payments.simulator.SimulatorOptions;
import com.pelcro.payments.simulator.TestMerchant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrictTest {

  private static final String MERCHANT = "\"initiator\": {\"type\": \"merchant\"";

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

  @BeforeEach
  void strict() {
    merchant.own("POST", "/simulator/reset", "");
    turn(true);
  }

  private void turn(boolean strict) {
    merchant.own("PUT", "/simulator/settings", "{\"strict\": " + strict + "}");
  }

  private TestMerchant.Answer pay(String options, String card) {
    var processing = "{\"capture\": true, \"authorizationOptions\": {" + options + "}}";
    return merchant.post("/pts/v2/payments", payment(code(), "5.00", processing, card, ""));
  }

  private static String withoutCode(String number) {
    return card(number).replaceAll(", \"securityCode\": \"\\d+\"", "");
  }

  private List<String> warnings() {
    var requests = merchant.own("GET", "/simulator/requests", "").json();
    return requests.findValues("warnings").stream().map(JsonNode::toString).toList();
  }

  private String paid(String number) {
    return pay("\"initiator\": {\"type\": \"customer\"}", card(number))
        .at("processorInformation.networkTransactionId");
  }

  private static String after(String id) {
    return MERCHANT
        + ", \"merchantInitiatedTransaction\": {\"previousTransactionId\": \"%s\"}}".formatted(id);
  }

  @Test
  void a_merchant_has_no_security_code() {
    var after = after(paid("4111111111111111"));
    assertThat(pay(after, card("4111111111111111")).at("details.0.field"))
        .isEqualTo("paymentInformation.card.securityCode");
    assertThat(pay(after, withoutCode("4111111111111111")).status()).isEqualTo(201);
  }

  @Test
  void the_lineage_belongs_inside_the_initiator() {
    var misplaced =
        MERCHANT + "}, \"merchantInitiatedTransaction\": {\"previousTransactionId\": \"1\"}";
    assertThat(pay(misplaced, withoutCode("4111111111111111")).at("details.0.field"))
        .isEqualTo("processingInformation.authorizationOptions.merchantInitiatedTransaction");
  }

  @Test
  void the_sandbox_lets_it_pass_but_it_is_noted() {
    turn(false);
    assertThat(pay(MERCHANT + "}", card("4111111111111111")).status()).isEqualTo(201);
    assertThat(warnings()).last().asString().contains("securityCode");
  }

  @Test
  void a_wrong_spelling_is_noted() {
    var misspelt = after(paid("4111111111111111")).replace("TransactionId", "TransactionID");
    assertThat(pay(misspelt, withoutCode("4111111111111111")).status()).isEqualTo(201);
    assertThat(warnings()).last().asString().contains("previousTransactionID");
  }
}
