package com.pelcro.payments.simulator.payments;

import static com.pelcro.payments.simulator.TestRequests.authorization;
import static com.pelcro.payments.simulator.TestRequests.card;
import static com.pelcro.payments.simulator.TestRequests.code;
import static com.pelcro.payments.simulator.TestRequests.payment;
import static com.pelcro.payments.simulator.TestRequests.sale;
import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.simulator.Simulator;
import com.pelcro.payments.simulator.SimulatorOptions;
import com.pelcro.payments.simulator.TestMerchant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PaymentsTest {

  private static final String PAYMENTS = "/pts/v2/payments";
  private static final String STORE =
      "{\"actionList\": [\"TOKEN_CREATE\"], \"actionTokenTypes\": [\"customer\","
          + " \"paymentInstrument\", \"instrumentIdentifier\"]}";

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

  @Test
  void a_sale_is_authorized_and_captured() {
    var code = code();
    var answer = merchant.post(PAYMENTS, sale(code, "19.90"));
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.at("status")).isEqualTo("AUTHORIZED");
    assertThat(answer.at("id")).matches("\\d{22}");
    assertThat(answer.at("orderInformation.amountDetails.authorizedAmount")).isEqualTo("19.90");
    assertThat(answer.at("processorInformation.networkTransactionId")).matches("\\d{15}");
    assertThat(answer.json().at("/_links").has("capture")).isFalse();
    assertThat(answer.json().at("/_links").has("void")).isTrue();
    assertThat(answer.json().has("fieldOfTomorrow")).isTrue();
    assertThat(merchant.ledger(code).at("/totals/EUR").toString())
        .isEqualTo("{\"authorized\":1990,\"captured\":1990,\"refunded\":0,\"held\":0}");
  }

  @Test
  void an_authorization_holds_the_money() {
    var code = code();
    var answer = merchant.post(PAYMENTS, authorization(code, "19.90"));
    assertThat(answer.json().at("/_links").has("authReversal")).isTrue();
    assertThat(merchant.ledger(code).at("/totals/EUR/held").asLong()).isEqualTo(1990);
    assertThat(merchant.ledger(code).at("/data/0/kind").asText()).isEqualTo("authorization");
  }

  @ParameterizedTest
  @CsvSource({
    "2051.00, INSUFFICIENT_FUND, 51",
    "2005.00, PROCESSOR_DECLINED, 05",
    "2054, EXPIRED_CARD, 54",
    "2001.00, CONTACT_PROCESSOR, 01",
    "2014.00, INVALID_ACCOUNT, 14"
  })
  void some_amounts_are_declined(String amount, String reason, String raw) {
    var code = code();
    var answer = merchant.post(PAYMENTS, sale(code, amount));
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.at("status")).isEqualTo("DECLINED");
    assertThat(answer.at("errorInformation.reason")).isEqualTo(reason);
    assertThat(answer.at("processorInformation.responseCode")).isEqualTo(raw);
    assertThat(merchant.ledger(code).at("/totals/EUR/authorized").asLong()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"2051.01", "12051.00", "51.00", "2000.00", "1999.99"})
  void amounts_beside_them_are_approved(String amount) {
    assertThat(merchant.post(PAYMENTS, sale(code(), amount)).at("status")).isEqualTo("AUTHORIZED");
  }

  @ParameterizedTest
  @CsvSource({"2006.00, SYSTEM_ERROR", "2091.00, SERVICE_TIMEOUT"})
  void some_amounts_break_the_gateway(String amount, String reason) {
    var answer = merchant.post(PAYMENTS, sale(code(), amount));
    assertThat(answer.status()).isEqualTo(502);
    assertThat(answer.at("status")).isEqualTo("SERVER_ERROR");
    assertThat(answer.at("reason")).isEqualTo(reason);
  }

  @Test
  void one_amount_is_approved_in_part_and_not_captured() {
    var code = code();
    var answer = merchant.post(PAYMENTS, sale(code, "1011.00"));
    assertThat(answer.at("status")).isEqualTo("PARTIAL_AUTHORIZED");
    assertThat(answer.at("orderInformation.amountDetails.authorizedAmount")).isEqualTo("505.50");
    assertThat(merchant.ledger(code).at("/totals/EUR/held").asLong()).isEqualTo(50550);
  }

  @Test
  void a_malformed_number_is_declined() {
    var answer =
        merchant.post(PAYMENTS, payment(code(), "1.00", "{}", card("42423482938483873"), ""));
    assertThat(answer.at("errorInformation.reason")).isEqualTo("INVALID_ACCOUNT");
  }

  @Test
  void an_expired_card_is_declined() {
    var expired =
        card("4111111111111111")
            .replaceAll("\"expirationYear\": \"\\d+\"", "\"expirationYear\": \"2020\"");
    var answer = merchant.post(PAYMENTS, payment(code(), "1.00", "{}", expired, ""));
    assertThat(answer.at("errorInformation.reason")).isEqualTo("EXPIRED_CARD");
  }

  @Test
  void all_missing_fields_are_named() {
    var answer = merchant.post(PAYMENTS, "{}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.at("status")).isEqualTo("INVALID_REQUEST");
    assertThat(answer.at("reason")).isEqualTo("MISSING_FIELD");
    assertThat(answer.json().path("details").findValuesAsText("field"))
        .containsExactly(
            "clientReferenceInformation.code",
            "orderInformation.amountDetails.totalAmount",
            "orderInformation.amountDetails.currency");
  }

  @ParameterizedTest
  @CsvSource({"-1.00", "1.0.0", "abc", "'1,00'"})
  void a_malformed_amount_is_refused(String amount) {
    var answer = merchant.post(PAYMENTS, sale(code(), amount));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.at("details.0.field"))
        .isEqualTo("orderInformation.amountDetails.totalAmount");
  }

  @Test
  void a_transaction_id_works_once() {
    var code = code();
    merchant.post(PAYMENTS, sale(code, "1.00"));
    var second = merchant.post(PAYMENTS, sale(code, "1.00"));
    assertThat(second.status()).isEqualTo(400);
    assertThat(second.at("reason")).isEqualTo("DUPLICATE_REQUEST");
    assertThat(merchant.ledger(code).path("data").size()).isEqualTo(1);
  }

  @Test
  void a_zero_amount_verifies_and_stores_the_card() {
    var answer =
        merchant.post(PAYMENTS, payment(code(), "0.00", STORE, card("4111111111111111"), ""));
    assertThat(answer.at("status")).isEqualTo("AUTHORIZED");
    assertThat(answer.at("orderInformation.amountDetails.authorizedAmount")).isEqualTo("0.00");
    assertThat(answer.at("tokenInformation.customer.id")).matches("[0-9A-F]{32}");
    assertThat(answer.at("tokenInformation.paymentInstrument.id")).matches("[0-9A-F]{32}");
    assertThat(answer.at("tokenInformation.instrumentIdentifier.id")).matches("70\\d{13}1111");
  }

  @Test
  void a_stored_card_pays_again() {
    var stored =
        merchant.post(PAYMENTS, payment(code(), "5.00", STORE, card("5555555555554444"), ""));
    var customer = stored.at("tokenInformation.customer.id");
    var tokens = "{\"customer\": {\"id\": \"" + customer + "\"}}";
    var renewal =
        "{\"capture\": true, \"commerceIndicator\": \"recurring\", \"authorizationOptions\":"
            + " {\"initiator\": {\"type\": \"merchant\", \"storedCredentialUsed\": true}}}";
    var code = code();
    var answer = merchant.post(PAYMENTS, payment(code, "7.00", renewal, tokens, ""));
    assertThat(answer.at("status")).isEqualTo("AUTHORIZED");
    assertThat(answer.at("paymentInformation.card.type")).isEqualTo("002");
    var movement = merchant.ledger(code).at("/data/0");
    assertThat(movement.path("customer").asText()).isEqualTo(customer);
    assertThat(movement.path("initiator").asText()).isEqualTo("merchant");
    assertThat(movement.path("commerce_indicator").asText()).isEqualTo("recurring");
    var identifier = stored.at("tokenInformation.instrumentIdentifier.id");
    assertThat(merchant.get("/tms/v1/instrumentidentifiers/" + identifier).text())
        .contains(answer.at("processorInformation.networkTransactionId"))
        .contains("\"originalAuthorizedAmount\":\"5.00\"");
  }

  @Test
  void nothing_is_stored_when_declined() {
    var answer =
        merchant.post(PAYMENTS, payment(code(), "2051.00", STORE, card("4111111111111111"), ""));
    assertThat(answer.json().has("tokenInformation")).isFalse();
  }

  @Test
  void unknown_tokens_are_refused() {
    var tokens = "{\"customer\": {\"id\": \"NOBODY\"}}";
    var answer = merchant.post(PAYMENTS, payment(code(), "7.00", "{}", tokens, ""));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.at("reason")).isEqualTo("INVALID_DATA");
    assertThat(answer.at("details.0.field")).isEqualTo("paymentInformation.customer.id");
  }

  @Test
  void a_bad_signature_gets_one_fixed_answer() {
    var answer = merchant.own("POST", PAYMENTS, sale(code(), "1.00"));
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.text()).isEqualTo("{\"response\":{\"rmsg\":\"Authentication Failed\"}}");
  }

  @Test
  void a_wrong_address_leaves_the_sale_uncaptured() {
    var body = sale(code(), "9.00").replace("10000", "00000");
    var answer = merchant.post(PAYMENTS, body);
    assertThat(answer.at("status")).isEqualTo("AUTHORIZED_PENDING_REVIEW");
    assertThat(answer.at("errorInformation.reason")).isEqualTo("AVS_FAILED");
    assertThat(answer.at("processorInformation.avs.code")).isEqualTo("N");
    assertThat(answer.json().at("/_links").has("capture")).isTrue();
  }

  @Test
  void the_merchant_may_not_care_about_the_address() {
    var processing = "{\"capture\": true, \"authorizationOptions\": {\"ignoreAvsResult\": true}}";
    var body =
        payment(code(), "9.00", processing, card("4111111111111111"), "").replace("10000", "00000");
    assertThat(merchant.post(PAYMENTS, body).at("status")).isEqualTo("AUTHORIZED");
  }
}
