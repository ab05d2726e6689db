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
