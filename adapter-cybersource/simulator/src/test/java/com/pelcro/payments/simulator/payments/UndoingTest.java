package com.pelcro.payments.simulator.payments;

import static com.pelcro.payments.simulator.TestRequests.authorization;
import static com.pelcro.payments.simulator.TestRequests.cancel;
import static com.pelcro.payments.simulator.TestRequests.code;
import static com.pelcro.payments.simulator.TestRequests.order;
import static com.pelcro.payments.simulator.TestRequests.reversal;
import static com.pelcro.payments.simulator.TestRequests.sale;
import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.simulator.Simulator;
import com.pelcro.payments.simulator.SimulatorOptions;
import com.pelcro.payments.simulator.TestMerchant;
import com.pelcro.payments.simulator.TestMerchant.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UndoingTest {

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
    merchant.own("POST", "/simulator/reset", "");
  }

  private String sold(String amount) {
    return PAYMENTS + "/" + merchant.post(PAYMENTS, sale(code(), amount)).at("id");
  }

  private String held(String amount) {
    return PAYMENTS + "/" + merchant.post(PAYMENTS, authorization(code(), amount)).at("id");
  }

  private Answer capture(String payment, String amount) {
    return merchant.post(payment + "/captures", order(code(), amount));
  }

  private Answer refund(String original, String amount) {
    return merchant.post(original + "/refunds", order(code(), amount));
  }

  private Answer reverse(String payment, String amount) {
    return merchant.post(payment + "/reversals", reversal(code(), amount));
  }

  private Answer cancelled(String original) {
    return merchant.post(original + "/voids", cancel(code(), code()));
  }

  private void assertRefused(Answer answer, String reason) {
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.at("status")).isEqualTo("INVALID_REQUEST");
    assertThat(answer.at("reason")).isEqualTo(reason);
  }

  private void assertTotals(long authorized, long captured, long refunded, long held) {
    assertThat(merchant.ledger("").at("/totals/EUR").toString())
        .isEqualTo(
            "{\"authorized\":%d,\"captured\":%d,\"refunded\":%d,\"held\":%d}"
                .formatted(authorized, captured, refunded, held));
  }

  private void turn(String settings) {
    assertThat(merchant.own("PUT", "/simulator/settings", settings).status()).isEqualTo(200);
  }

  @Test
  void a_void_takes_the_capture_back_and_leaves_the_hold() {
    var payment = sold("10.00");
    var answer = cancelled(payment);
    assertThat(answer.at("status")).isEqualTo("VOIDED");
    assertThat(answer.at("voidAmountDetails.voidAmount")).isEqualTo("10.00");
    assertTotals(1000, 0, 0, 1000);
    assertRefused(cancelled(payment), "NOT_VOIDABLE");
    assertRefused(refund(payment, "10.00"), "CAPTURE_ALREADY_VOIDED");
    assertThat(reverse(payment, "10.00").at("status")).isEqualTo("REVERSED");
    assertTotals(1000, 0, 0, 0);
  }

  @Test
  void not_every_processor_reverses_after_a_void() {
    turn("{\"arav\": false}");
    var payment = sold("10.00");
    cancelled(payment);
    assertRefused(reverse(payment, "10.00"), "TRANSACTION_ALREADY_REVERSED_OR_SETTLED");
  }

  @Test
  void captures_and_refunds_are_voided_too() {
    var payment = held("10.00");
    var captured = "/pts/v2/captures/" + capture(payment, "10.00").at("id");
    var refunded = "/pts/v2/refunds/" + refund(captured, "3.00").at("id");
    assertThat(cancelled(refunded).at("status")).isEqualTo("VOIDED");
    assertTotals(1000, 1000, 0, 0);
    assertThat(cancelled(captured).at("status")).isEqualTo("VOIDED");
    assertTotals(1000, 0, 0, 1000);
  }

  @Test
  void a_void_can_fail() {
    var payment = sold("10.00");
    merchant.scenario(
        "{\"match\": {\"path\": \"/voids$\"}, \"effect\": {\"kind\": \"status\", \"status\":"
            + " \"FAILED\"}}");
    var answer = cancelled(payment);
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.at("status")).isEqualTo("FAILED");
    assertTotals(1000, 1000, 0, 0);
  }

  @Test
  void nothing_is_voided_after_the_day_is_closed() {
    var payment = sold("10.00");
    assertThat(merchant.own("POST", "/simulator/settle", "").at("settled")).isEqualTo("1");
    assertRefused(cancelled(payment), "NOT_VOIDABLE");
    assertRefused(reverse(payment, "10.00"), "TRANSACTION_ALREADY_REVERSED_OR_SETTLED");
    assertThat(refund(payment, "10.00").status()).isEqualTo(201);
  }

  @Test
  void a_lost_sale_is_undone_by_its_transaction_id() {
    var code = code();
    merchant.scenario("{\"effect\": {\"kind\": \"lose_reply\"}, \"times\": 1}");
    merchant.post(PAYMENTS, sale(code, "10.00"));
    var answer = merchant.post("/pts/v2/voids", cancel(code(), "tx" + code));
    assertThat(answer.at("status")).isEqualTo("VOIDED");
    assertThat(answer.at("clientReferenceInformation.transactionId")).isEqualTo("tx" + code);
    assertRefused(merchant.post("/pts/v2/voids", cancel(code(), "tx" + code)), "INVALID_DATA");
    assertTotals(1000, 0, 0, 1000);
    var undo =
        reversal(code(), "10.00").replace("\"},", "\", \"transactionId\": \"tx" + code + "\"},");
    assertThat(merchant.post("/pts/v2/reversals", undo).at("status")).isEqualTo("REVERSED");
    assertTotals(1000, 0, 0, 0);
    assertThat(
            merchant
                .own("GET", "/simulator/requests?path_prefix=/pts/v2/voids", "")
                .at("data.0.warnings.0"))
        .contains("60 seconds");
  }

  @Test
  void a_lost_refund_is_undone_by_its_transaction_id() {
    var payment = sold("10.00");
    var code = code();
    merchant.post(payment + "/refunds", order(code, "10.00"));
    assertThat(merchant.post("/pts/v2/voids", cancel(code(), "tx" + code)).at("status"))
        .isEqualTo("VOIDED");
    assertTotals(1000, 1000, 0, 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/pts/v2/voids", "/pts/v2/reversals"})
  void what_never_arrived_is_not_undone(String path) {
    var undo = reversal(code(), "10.00").replace("\"},", "\", \"transactionId\": \"never\"},");
    assertRefused(merchant.post(path, undo), "INVALID_DATA");
  }

  @Test
  void an_authorization_is_not_voided_but_reversed() {
    var code = code();
    merchant.post(PAYMENTS, authorization(code, "10.00"));
    assertRefused(merchant.post("/pts/v2/voids", cancel(code(), "tx" + code)), "INVALID_DATA");
    var undo =
        reversal(code(), "10.00").replace("\"},", "\", \"transactionId\": \"tx" + code + "\"},");
    assertThat(merchant.post("/pts/v2/reversals", undo).at("status")).isEqualTo("REVERSED");
  }
}
