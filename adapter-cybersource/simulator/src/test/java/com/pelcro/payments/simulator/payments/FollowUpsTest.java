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
class FollowUpsTest {

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
  void an_authorization_is_captured_in_parts() {
    var payment = held("20.00");
    var first = capture(payment, "15.00");
    assertThat(first.status()).isEqualTo(201);
    assertThat(first.at("status")).isEqualTo("PENDING");
    assertThat(first.at("orderInformation.amountDetails.totalAmount")).isEqualTo("15.00");
    assertTotals(2000, 1500, 0, 500);
    assertRefused(capture(payment, "5.01"), "EXCEEDS_AUTH_AMOUNT");
    assertThat(capture(payment, "5.00").status()).isEqualTo(201);
    assertRefused(capture(payment, "0.01"), "MISSING_AUTH");
  }

  @Test
  void capturing_more_than_authorized_can_be_allowed() {
    turn("{\"over_capture\": true}");
    assertThat(capture(held("20.00"), "25.00").status()).isEqualTo(201);
  }

  @Test
  void another_currency_is_refused() {
    var answer =
        merchant.post(held("20.00") + "/captures", order(code(), "1.00").replace("EUR", "USD"));
    assertRefused(answer, "INVALID_DATA");
    assertThat(answer.at("details.0.field")).isEqualTo("orderInformation.amountDetails.currency");
  }

  @Test
  void a_sale_is_refunded_twice_unless_strict() {
    var payment = sold("10.00");
    var first = refund(payment, "10.00");
    assertThat(first.at("status")).isEqualTo("PENDING");
    assertThat(first.at("refundAmountDetails.refundAmount")).isEqualTo("10.00");
    assertThat(refund(payment, "10.00").status()).isEqualTo(201);
    assertTotals(1000, 1000, 2000, 0);
    turn("{\"strict\": true}");
    assertRefused(refund(payment, "0.01"), "INVALID_AMOUNT");
  }

  @Test
  void a_capture_is_refunded_by_its_own_id() {
    var payment = held("10.00");
    var captured = "/pts/v2/captures/" + capture(payment, "10.00").at("id");
    assertThat(refund(captured, "4.00").status()).isEqualTo(201);
    assertTotals(1000, 1000, 400, 0);
    turn("{\"strict\": true}");
    assertRefused(refund(payment, "6.01"), "INVALID_AMOUNT");
  }

  @Test
  void what_was_not_taken_is_not_refunded() {
    assertRefused(refund(held("10.00"), "1.00"), "INVALID_DATA");
    assertRefused(refund(sold("2051.00"), "1.00"), "INVALID_DATA");
    assertRefused(refund(PAYMENTS + "/7000000000000000000000", "1.00"), "INVALID_DATA");
  }

  @Test
  void a_refund_can_be_declined() {
    var payment = sold("10.00");
    merchant.scenario(
        "{\"match\": {\"path\": \"/refunds$\"}, \"effect\": {\"kind\": \"decline\"}}");
    var answer = refund(payment, "10.00");
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.at("status")).isEqualTo("DECLINED");
    assertThat(answer.at("errorInformation.reason")).isEqualTo("PROCESSOR_DECLINED");
    assertTotals(1000, 1000, 0, 0);
  }

  @Test
  void a_hold_is_reversed_once_and_in_full() {
    var payment = held("10.00");
    assertRefused(reverse(payment, "9.00"), "INVALID_AMOUNT");
    var answer = reverse(payment, "10.00");
    assertThat(answer.at("status")).isEqualTo("REVERSED");
    assertThat(answer.at("reversalAmountDetails.reversedAmount")).isEqualTo("10.00");
    assertTotals(1000, 0, 0, 0);
    assertRefused(reverse(payment, "10.00"), "AUTH_ALREADY_REVERSED");
    assertRefused(capture(payment, "10.00"), "AUTH_ALREADY_REVERSED");
  }

  @Test
  void a_reversal_needs_its_amount() {
    var answer = merchant.post(held("10.00") + "/reversals", cancel(code(), code()));
    assertRefused(answer, "MISSING_FIELD");
    assertThat(answer.at("details.0.field"))
        .isEqualTo("reversalInformation.amountDetails.totalAmount");
  }

  @Test
  void a_capture_is_not_reversed() {
    assertRefused(reverse(sold("10.00"), "10.00"), "TRANSACTION_ALREADY_SETTLED");
    assertRefused(reverse(sold("2051.00"), "2051.00"), "MISSING_AUTH");
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

  @Test
  void a_review_is_accepted_or_rejected() {
    merchant.scenario(
        "{\"effect\": {\"kind\": \"status\", \"status\": \"AUTHORIZED_PENDING_REVIEW\"}, \"times\":"
            + " 2}");
    var accepted = merchant.post(PAYMENTS, sale(code(), "1.00")).at("id");
    var rejected = merchant.post(PAYMENTS, sale(code(), "2.00")).at("id");
    assertTotals(300, 0, 0, 300);
    var decided =
        merchant.own("POST", "/simulator/reviews/" + accepted, "{\"decision\": \"accept\"}");
    assertThat(decided.at("status")).isEqualTo("AUTHORIZED");
    merchant.own("POST", "/simulator/reviews/" + rejected, "{\"decision\": \"reject\"}");
    assertTotals(300, 100, 0, 200);
    assertThat(merchant.get("/tss/v2/transactions/" + accepted).text()).contains("ics_bill");
    assertThat(merchant.get("/tss/v2/transactions/" + rejected).text()).contains("DREJECT");
    assertThat(reverse(PAYMENTS + "/" + rejected, "2.00").at("status")).isEqualTo("REVERSED");
    assertThat(
            merchant
                .own("POST", "/simulator/reviews/" + accepted, "{\"decision\": \"accept\"}")
                .status())
        .isEqualTo(400);
  }

  @Test
  void a_code_can_be_checked_for_repeats() {
    turn("{\"duplicate_code_check\": true}");
    var code = code();
    merchant.post(PAYMENTS, sale(code, "1.00"));
    var again = sale(code, "1.00").replace("tx" + code, "tx-other" + code);
    assertRefused(merchant.post(PAYMENTS, again), "DUPLICATE_REQUEST");
    turn("{\"duplicate_code_check\": false}");
    assertThat(merchant.post(PAYMENTS, again).status()).isEqualTo(201);
  }
}
