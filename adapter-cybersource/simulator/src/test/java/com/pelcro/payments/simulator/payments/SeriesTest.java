package com.pelcro.payments.simulator.payments;

import static com.pelcro.payments.simulator.TestRequests.card;
import static com.pelcro.payments.simulator.TestRequests.code;
import static com.pelcro.payments.simulator.TestRequests.payment;
import static com.pelcro.payments.simulator.TestRequests.year;
import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.simulator.Simulator;
import com.pelcro.payments.simulator.SimulatorOptions;
import com.pelcro.payments.simulator.TestMerchant;
import com.pelcro.payments.simulator.TestMerchant.Answer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a strict simulator wants to hear of the payments before one that a merchant starts.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeriesTest {

  private static final String VISA = "4111111111111111";
  private static final String MASTERCARD = "5555555555554444";
  private static final String AMEX = "378282246310005";
  private static final String DISCOVER = "6011111111111117";
  private static final String PREVIOUS = "previousTransactionId";
  private static final String IDENTIFIERS = "/tms/v1/instrumentidentifiers";

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
    merchant.own("PUT", "/simulator/settings", "{\"strict\": true}");
  }

  /// What the network calls a payment over 5.00 that a customer made.
  private String paid(String number) {
    var initiator = "{\"type\": \"customer\", \"credentialStoredOnFile\": true}";
    return networkId(pay("5.00", "internet", initiator, card(number)));
  }

  private Answer renew(String number, String amount, String said) {
    return renewWith(withoutCode(number), amount, said);
  }

  private Answer renewWith(String source, String amount, String said) {
    return pay(amount, "recurring", merchantSays(said), source);
  }

  private Answer topUp(String number, String said) {
    return pay("3.00", "internet", merchantSays(said), withoutCode(number));
  }

  private static String merchantSays(String said) {
    return "{\"type\": \"merchant\", \"merchantInitiatedTransaction\": {" + said + "}}";
  }

  private Answer pay(String amount, String indicator, String initiator, String source) {
    var processing =
        """
        {"capture": true, "commerceIndicator": "%s", "authorizationOptions": {"initiator": %s}}\
        """
            .formatted(indicator, initiator);
    return merchant.post("/pts/v2/payments", payment(code(), amount, processing, source, ""));
  }

  private static String withoutCode(String number) {
    return card(number).replaceAll(", \"securityCode\": \"\\d+\"", "");
  }

  private static String after(String id) {
    return "\"previousTransactionId\": \"" + id + "\"";
  }

  /// All that any network wants to hear after a payment over 5.00.
  private static String afterAll(String id) {
    return after(id) + ", \"reason\": \"7\", \"originalAuthorizedAmount\": \"5.00\"";
  }

  private static String networkId(Answer answer) {
    assertThat(answer.status()).isEqualTo(201);
    return answer.at("processorInformation.networkTransactionId");
  }

  private static String refused(Answer answer) {
    assertThat(answer.status()).isEqualTo(400);
    return answer.at("details.0.field").replaceAll(".*\\.", "");
  }

  @Test
  void a_merchant_has_to_name_an_approved_payment_with_the_card() {
    var other = paid(MASTERCARD);
    assertThat(refused(renew(VISA, "5.00", ""))).isEqualTo(PREVIOUS);
    assertThat(refused(renew(VISA, "5.00", after("016153570198200")))).isEqualTo(PREVIOUS);
    assertThat(refused(renew(VISA, "5.00", after(other)))).isEqualTo(PREVIOUS);
    var declined = renew(VISA, "2051.00", after(paid(VISA)));
    assertThat(refused(renew(VISA, "5.00", after(networkId(declined))))).isEqualTo(PREVIOUS);
  }

  @Test
  void another_merchants_payment_is_no_payment() {
    var id = paid(VISA);
    var stranger = TestMerchant.another(simulator);
    var processing = "{\"authorizationOptions\": {\"initiator\": " + merchantSays(after(id)) + "}}";
    var body = payment(code(), "5.00", processing, withoutCode(VISA), "");
    assertThat(refused(stranger.post("/pts/v2/payments", body))).isEqualTo(PREVIOUS);
  }

  @Test
  void visa_wants_the_last_one() {
    var first = paid(VISA);
    var second = networkId(renew(VISA, "7.00", after(first)));
    assertThat(refused(renew(VISA, "7.00", after(first)))).isEqualTo(PREVIOUS);
    assertThat(renew(VISA, "7.00", after(second)).status()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2051.00", "1011.00"})
  void what_did_not_succeed_leaves_the_last_one_the_last(String amount) {
    var first = paid(VISA);
    assertThat(renew(VISA, amount, after(first)).at("status")).isNotEqualTo("AUTHORIZED");
    assertThat(renew(VISA, "7.00", after(first)).status()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {AMEX, DISCOVER})
  void american_express_and_discover_want_the_first_one(String number) {
    var first = paid(number);
    var second = networkId(renew(number, "7.00", afterAll(first)));
    assertThat(renew(number, "7.00", afterAll(first)).status()).isEqualTo(201);
    assertThat(refused(renew(number, "7.00", afterAll(second)))).isEqualTo(PREVIOUS);
  }

  @Test
  void mastercard_takes_any_of_the_series() {
    var first = paid(MASTERCARD);
    var second = networkId(renew(MASTERCARD, "7.00", afterAll(first)));
    assertThat(renew(MASTERCARD, "7.00", afterAll(first)).status()).isEqualTo(201);
    assertThat(renew(MASTERCARD, "7.00", afterAll(second)).status()).isEqualTo(201);
  }

  @Test
  void discover_needs_the_first_amount() {
    var id = paid(DISCOVER);
    var amount = "originalAuthorizedAmount";
    assertThat(refused(renew(DISCOVER, "7.00", after(id)))).isEqualTo(amount);
    var own = after(id) + ", \"originalAuthorizedAmount\": \"7.00\"";
    assertThat(refused(renew(DISCOVER, "7.00", own))).isEqualTo(amount);
    assertThat(renew(DISCOVER, "7.00", afterAll(id)).status()).isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource({"7, 201", "8, 201", "10, 400", "1, 400"})
  void mastercard_renews_subscriptions_and_standing_orders(String reason, int status) {
    var said = after(paid(MASTERCARD)) + ", \"reason\": \"" + reason + "\"";
    assertThat(renew(MASTERCARD, "7.00", said).status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({VISA + ", 201", MASTERCARD + ", 400", AMEX + ", 400", DISCOVER + ", 400"})
  void an_unscheduled_payment_has_a_reason_where_the_network_wants_one(String number, int status) {
    var said = after(paid(number)) + ", \"originalAuthorizedAmount\": \"5.00\"";
    assertThat(topUp(number, said).status()).isEqualTo(status);
    assertThat(topUp(number, after(paid(number)) + ", \"reason\": \"10\"").status())
        .isEqualTo(number.equals(DISCOVER) ? 400 : 201);
  }

  @Test
  void the_vault_names_what_it_knows() {
    var made = merchant.post(IDENTIFIERS, "{\"card\": {\"number\": \"" + VISA + "\"}}").at("id");
    var stored =
        """
        {"instrumentIdentifier": {"id": "%s"},
         "card": {"expirationMonth": "12", "expirationYear": "%d", "type": "001"}}\
        """
            .formatted(made, year());
    assertThat(refused(renewWith(stored, "5.00", ""))).isEqualTo(PREVIOUS);
    var told =
        "{\"processingInformation\": {\"authorizationOptions\": {\"initiator\": "
            + merchantSays(after("016153570198200"))
            + "}}}";
    merchant.signed("PATCH", IDENTIFIERS + "/" + made, told, Map.of());
    assertThat(renewWith(stored, "5.00", after("016153570198200")).status()).isEqualTo(201);
    assertThat(renewWith(stored, "5.00", "").status()).isEqualTo(201);
  }

  @Test
  void a_reset_forgets_what_was_approved() {
    var id = paid(VISA);
    strict();
    assertThat(refused(renew(VISA, "5.00", after(id)))).isEqualTo(PREVIOUS);
  }
}
