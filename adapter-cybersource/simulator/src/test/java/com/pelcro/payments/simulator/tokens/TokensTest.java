package com.pelcro.payments.simulator.tokens;

import static com.pelcro.payments.simulator.TestRequests.BILL_TO;
import static com.pelcro.payments.simulator.TestRequests.year;
import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.simulator.Simulator;
import com.pelcro.payments.simulator.SimulatorOptions;
import com.pelcro.payments.simulator.TestMerchant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokensTest {

  private static final String CUSTOMERS = "/tms/v2/customers";
  private static final String IDENTIFIERS = "/tms/v1/instrumentidentifiers";
  private static final String INSTRUMENTS = "/tms/v1/paymentinstruments";

  private Simulator simulator;
  private TestMerchant merchant;
  private String customer = "";
  private String identifier = "";

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
  void anew() {
    merchant.own("POST", "/simulator/reset", "");
    var body =
        "{\"buyerInformation\": {\"merchantCustomerID\": \"cust-1\", \"email\":"
            + " \"ana@example.com\"}}";
    customer = CUSTOMERS + "/" + merchant.post(CUSTOMERS, body).at("id");
    identifier = identify("4111111111111111").at("id");
  }

  private TestMerchant.Answer identify(String number) {
    return merchant.post(IDENTIFIERS, "{\"card\": {\"number\": \"" + number + "\"}}");
  }

  private TestMerchant.Answer add(String path, String type, String more) {
    var body =
        """
        {"card": {"expirationMonth": "12", "expirationYear": "%d", "type": "%s"}, "billTo": %s,
         "instrumentIdentifier": {"id": "%s"}%s}\
        """
            .formatted(year(), type, BILL_TO, identifier, more);
    return merchant.post(path, body);
  }

  private String addToCustomer(String more) {
    return add(customer + "/payment-instruments", "001", more).at("id");
  }

  @Test
  void a_customer_is_kept() {
    var read = merchant.get(customer);
    assertThat(read.status()).isEqualTo(200);
    assertThat(read.at("buyerInformation.merchantCustomerID")).isEqualTo("cust-1");
    assertThat(read.header("etag")).isNotEmpty();
    assertThat(read.header("v-c-correlation-id")).isNotEmpty();
    assertThat(read.header("uniqueTransactionID")).isNotEmpty();
  }

  @Test
  void a_number_has_one_identifier() {
    var again = identify("4111111111111111");
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.at("id")).isEqualTo(identifier).matches("70\\d{13}1111");
    assertThat(again.at("card.number")).isEqualTo("411111XXXXXX1111");
    assertThat(identify("5555555555554444").status()).isEqualTo(201);
  }

  @Test
  void another_merchant_sees_none_of_it() {
    var other = TestMerchant.another(simulator);
    assertThat(other.get(customer).status()).isEqualTo(404);
    assertThat(other.get(IDENTIFIERS + "/" + identifier).status()).isEqualTo(404);
  }

  @Test
  void the_first_instrument_is_the_default() {
    var first = addToCustomer("");
    var second = addToCustomer("");
    assertThat(merchant.get(customer).at("defaultPaymentInstrument.id")).isEqualTo(first);
    var change = "{\"defaultPaymentInstrument\": {\"id\": \"" + second + "\"}}";
    var changed = merchant.signed("PATCH", customer, change, Map.of());
    assertThat(changed.at("_embedded.defaultPaymentInstrument.id")).isEqualTo(second);
    var third = addToCustomer(", \"default\": true");
    assertThat(merchant.get(customer).at("defaultPaymentInstrument.id")).isEqualTo(third);
  }

  @Test
  void instruments_are_listed_by_pages() {
    for (var i = 0; i < 3; i++) {
      addToCustomer("");
    }
    var page = merchant.get(customer + "/payment-instruments?offset=0&limit=2").json();
    assertThat(page.path("count").asInt()).isEqualTo(2);
    assertThat(page.path("total").asInt()).isEqualTo(3);
    assertThat(page.at("/_links").has("next")).isTrue();
    assertThat(page.at("/_links").has("prev")).isFalse();
    assertThat(page.at("/_embedded/paymentInstruments").size()).isEqualTo(2);
    var beyond = merchant.get(customer + "/payment-instruments?offset=9").json();
    assertThat(beyond.has("_embedded")).isFalse();
    assertThat(merchant.get(customer + "/payment-instruments?limit=101").status()).isEqualTo(400);
  }

  @Test
  void an_expiry_is_updated_and_the_rest_kept() {
    var path = customer + "/payment-instruments/" + addToCustomer("");
    var change = "{\"card\": {\"expirationMonth\": \"11\", \"expirationYear\": \"2037\"}}";
    var changed = merchant.signed("PATCH", path, change, Map.of());
    assertThat(changed.at("card.expirationYear")).isEqualTo("2037");
    assertThat(changed.at("card.type")).isEqualTo("001");
    assertThat(changed.at("billTo.lastName")).isEqualTo("Kovac");
  }

  @Test
  void a_change_to_another_version_is_refused() {
    var path = customer + "/payment-instruments/" + addToCustomer("");
    var etag = merchant.get(path).header("etag");
    var change = "{\"card\": {\"expirationMonth\": \"11\"}}";
    assertThat(merchant.signed("PATCH", path, change, Map.of("if-match", etag)).status())
        .isEqualTo(200);
    var late = merchant.signed("PATCH", path, change, Map.of("if-match", etag));
    assertThat(late.status()).isEqualTo(412);
    assertThat(late.at("errors.0.type")).isEqualTo("conflict");
  }

  @Test
  void the_default_is_not_deleted_while_there_are_others() {
    var first = customer + "/payment-instruments/" + addToCustomer("");
    var second = customer + "/payment-instruments/" + addToCustomer("");
    assertThat(delete(first).status()).isEqualTo(409);
    assertThat(delete(second).status()).isEqualTo(204);
    assertThat(delete(first).status()).isEqualTo(204);
    assertThat(merchant.get(first).status()).isEqualTo(410);
    assertThat(merchant.get(IDENTIFIERS + "/" + identifier).status()).isEqualTo(410);
  }

  @Test
  void a_customer_takes_everything_along() {
    var instrument = customer + "/payment-instruments/" + addToCustomer("");
    assertThat(delete(customer).status()).isEqualTo(204);
    assertThat(merchant.get(customer).status()).isEqualTo(410);
    assertThat(merchant.get(customer).at("errors.0.type")).isEqualTo("notAvailable");
    assertThat(merchant.get(instrument).status()).isEqualTo(410);
    assertThat(merchant.get(IDENTIFIERS + "/" + identifier).status()).isEqualTo(410);
  }

  @Test
  void an_identifier_in_use_is_not_deleted() {
    addToCustomer("");
    var refused = delete(IDENTIFIERS + "/" + identifier);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.at("errors.0.type")).isEqualTo("instrumentIdentifierDeletionError");
    var unused = identify("5555555555554444").at("id");
    assertThat(delete(IDENTIFIERS + "/" + unused).status()).isEqualTo(204);
  }

  @Test
  void instruments_that_stand_alone_name_their_network() {
    var added = add(INSTRUMENTS, "visa", "");
    assertThat(added.status()).isEqualTo(201);
    assertThat(added.header("location")).isEqualTo(INSTRUMENTS + "/" + added.at("id"));
    assertThat(added.at("card.type")).isEqualTo("visa");
    assertThat(add(INSTRUMENTS, "001", "").status()).isEqualTo(400);
    var listed = merchant.get(IDENTIFIERS + "/" + identifier + "/paymentinstruments").json();
    assertThat(listed.at("/_embedded/paymentInstruments/0/id").asText()).isEqualTo(added.at("id"));
    assertThat(delete(INSTRUMENTS + "/" + added.at("id")).status()).isEqualTo(204);
    assertThat(merchant.get(INSTRUMENTS + "/" + added.at("id")).status()).isEqualTo(410);
  }

  @Test
  void the_lineage_can_be_written() {
    var change =
        "{\"processingInformation\": {\"authorizationOptions\": {\"initiator\":"
            + " {\"merchantInitiatedTransaction\": {\"previousTransactionId\":"
            + " \"016153570198299\"}}}}}";
    var changed = merchant.signed("PATCH", IDENTIFIERS + "/" + identifier, change, Map.of());
    assertThat(
            changed.at(
                "processingInformation.authorizationOptions.initiator.merchantInitiatedTransaction"
                    + ".previousTransactionId"))
        .isEqualTo("016153570198299");
  }

  @ParameterizedTest
  @CsvSource({"short, 400, invalidHeaders", "93B32398-AD51-4CC2-A682-EA3E93614EB1, 424, notFound"})
  void nobody_assigned_a_profile(String profile, int status, String type) {
    var answer = merchant.signed("GET", customer, "", Map.of("profile-id", profile));
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.at("errors.0.type")).isEqualTo(type);
  }

  @Test
  void a_missing_field_is_named() {
    var answer = merchant.post(IDENTIFIERS, "{\"card\": {}}");
    assertThat(answer.at("errors.0.type")).isEqualTo("missingFields");
    assertThat(answer.at("errors.0.details.0.name")).isEqualTo("number");
    assertThat(answer.at("errors.0.details.0.location")).isEqualTo("card");
  }

  private TestMerchant.Answer delete(String path) {
    return merchant.signed("DELETE", path, "", Map.of());
  }
}
