package com.pelcro.payments.simulator.sdk;

import static com.pelcro.payments.simulator.TestRequests.BILL_TO;
import static com.pelcro.payments.simulator.TestRequests.year;
import static com.pelcro.payments.simulator.sdk.SdkClient.read;
import static com.pelcro.payments.simulator.sdk.SdkClient.refused;
import static org.assertj.core.api.Assertions.assertThat;

import Api.CustomerApi;
import Api.CustomerPaymentInstrumentApi;
import Api.InstrumentIdentifierApi;
import Api.PaymentInstrumentApi;
import Invokers.ApiException;
import Model.PatchCustomerPaymentInstrumentRequest;
import Model.PatchCustomerRequest;
import Model.PatchInstrumentIdentifierRequest;
import Model.PatchPaymentInstrumentRequest;
import Model.PostCustomerPaymentInstrumentRequest;
import Model.PostCustomerRequest;
import Model.PostInstrumentIdentifierRequest;
import Model.PostPaymentInstrumentRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SdkTokensTest {

  private SdkClient sdk;
  private CustomerApi customers;
  private CustomerPaymentInstrumentApi cards;
  private PaymentInstrumentApi loose;
  private InstrumentIdentifierApi numbers;

  @BeforeAll
  void start() {
    sdk = SdkClient.start();
    customers = new CustomerApi(sdk.api());
    cards = new CustomerPaymentInstrumentApi(sdk.api());
    loose = new PaymentInstrumentApi(sdk.api());
    numbers = new InstrumentIdentifierApi(sdk.api());
  }

  @AfterEach
  void fits() {
    sdk.nothingWasLeftOver();
  }

  @AfterAll
  void stop() {
    sdk.close();
  }

  @Test
  void a_customer_comes_changes_and_goes() throws ApiException {
    var made = customers.postCustomer(customer(), null);
    assertThat(made.getBuyerInformation().getEmail()).isEqualTo("ana@example.com");
    var change = "{\"buyerInformation\": {\"email\": \"ana.kovac@example.com\"}}";
    customers.patchCustomer(made.getId(), read(change, PatchCustomerRequest.class), null, null);
    assertThat(customers.getCustomer(made.getId(), null).getBuyerInformation().getEmail())
        .isEqualTo("ana.kovac@example.com");
    customers.deleteCustomer(made.getId(), null);
    var gone = refused(() -> customers.getCustomer(made.getId(), null));
    assertThat(gone.status()).isEqualTo(410);
    assertThat(gone.at("errors.0.type")).isEqualTo("notAvailable");
  }

  @Test
  void a_customers_default_card_stays_while_there_are_others() throws ApiException {
    var owner = customers.postCustomer(customer(), null).getId();
    var first = cards.postCustomerPaymentInstrument(owner, card("4111111111111111", true), null);
    var second = cards.postCustomerPaymentInstrument(owner, card("5555555555554444", false), null);
    assertThat(customers.getCustomer(owner, null).getDefaultPaymentInstrument().getId())
        .isEqualTo(first.getId());
    var kept = refused(() -> cards.deleteCustomerPaymentInstrument(owner, first.getId(), null));
    assertThat(kept.status()).isEqualTo(409);
    assertThat(kept.at("errors.0.type")).isEqualTo("conflict");
    var makeDefault = "{\"defaultPaymentInstrument\": {\"id\": \"" + second.getId() + "\"}}";
    customers.patchCustomer(owner, read(makeDefault, PatchCustomerRequest.class), null, null);
    cards.deleteCustomerPaymentInstrument(owner, first.getId(), null);
    var gone = refused(() -> cards.getCustomerPaymentInstrument(owner, first.getId(), null));
    assertThat(gone.status()).isEqualTo(410);
    assertThat(cards.getCustomerPaymentInstrumentsList(owner, null, 0L, 20L).getTotal())
        .isEqualTo(1);
  }

  @Test
  void a_customers_card_gets_another_expiry() throws ApiException {
    var owner = customers.postCustomer(customer(), null).getId();
    var made = cards.postCustomerPaymentInstrument(owner, card("4111111111111111", true), null);
    var change = "{\"card\": {\"expirationMonth\": \"11\", \"expirationYear\": \"2037\"}}";
    var changed =
        cards.patchCustomersPaymentInstrument(
            owner,
            made.getId(),
            read(change, PatchCustomerPaymentInstrumentRequest.class),
            null,
            null);
    assertThat(changed.getCard().getExpirationYear()).isEqualTo("2037");
    assertThat(changed.getEmbedded().getInstrumentIdentifier().getCard().getNumber())
        .isEqualTo("411111XXXXXX1111");
  }

  @Test
  void a_change_of_another_version_is_refused() throws ApiException {
    var owner = customers.postCustomer(customer(), null).getId();
    var change = read("{\"objectInformation\": {\"title\": \"x\"}}", PatchCustomerRequest.class);
    var stale = refused(() -> customers.patchCustomer(owner, change, null, "\"77\""));
    assertThat(stale.status()).isEqualTo(412);
  }

  @Test
  void a_card_may_belong_to_nobody() throws ApiException {
    var number = identify("4111111111111111");
    var body =
        """
        {"card": {"expirationMonth": "12", "expirationYear": "%d", "type": "visa"},
         "billTo": %s, "instrumentIdentifier": {"id": "%s"}}\
        """
            .formatted(year(), BILL_TO, number);
    var made =
        loose.postPaymentInstrument(read(body, PostPaymentInstrumentRequest.class), null, null);
    assertThat(made.getState()).isEqualTo("ACTIVE");
    var change = "{\"card\": {\"expirationMonth\": \"10\", \"expirationYear\": \"2038\"}}";
    loose.patchPaymentInstrument(
        made.getId(), read(change, PatchPaymentInstrumentRequest.class), null, null, null);
    var read = loose.getPaymentInstrument(made.getId(), null, null);
    assertThat(read.getCard().getExpirationYear()).isEqualTo("2038");
    assertThat(read.getCard().getType()).isEqualTo("visa");
    var list = numbers.getInstrumentIdentifierPaymentInstrumentsList(number, null, null, 0L, 20L);
    assertThat(list.getCount()).isPositive();
    loose.deletePaymentInstrument(made.getId(), null);
    assertThat(refused(() -> loose.getPaymentInstrument(made.getId(), null, null)).status())
        .isEqualTo(410);
  }

  @Test
  void a_number_is_new_once() throws ApiException {
    var body =
        read(
            "{\"card\": {\"number\": \"4242424242424242\"}}",
            PostInstrumentIdentifierRequest.class);
    var first = numbers.postInstrumentIdentifierWithHttpInfo(body, null, null);
    var second = numbers.postInstrumentIdentifierWithHttpInfo(body, null, null);
    assertThat(first.getStatusCode()).isEqualTo(201);
    assertThat(second.getStatusCode()).isEqualTo(200);
    var id = first.getData().getId();
    assertThat(second.getData().getId()).isEqualTo(id).endsWith("4242");
    var lineage =
        """
        {"processingInformation": {"authorizationOptions": {"initiator":
         {"merchantInitiatedTransaction": {"previousTransactionId": "016153570198299"}}}}}\
        """;
    numbers.patchInstrumentIdentifier(
        id, read(lineage, PatchInstrumentIdentifierRequest.class), null, null, null);
    assertThat(
            numbers
                .getInstrumentIdentifier(id, null, null)
                .getProcessingInformation()
                .getAuthorizationOptions()
                .getInitiator()
                .getMerchantInitiatedTransaction()
                .getPreviousTransactionId())
        .isEqualTo("016153570198299");
    numbers.deleteInstrumentIdentifier(id, null);
    assertThat(refused(() -> numbers.getInstrumentIdentifier(id, null, null)).status())
        .isEqualTo(410);
  }

  @Test
  void a_number_in_use_stays() throws ApiException {
    var owner = customers.postCustomer(customer(), null).getId();
    cards.postCustomerPaymentInstrument(owner, card("378282246310005", true), null);
    var kept = refused(() -> numbers.deleteInstrumentIdentifier(identify("378282246310005"), null));
    assertThat(kept.status()).isEqualTo(409);
    assertThat(kept.at("errors.0.type")).isEqualTo("instrumentIdentifierDeletionError");
  }

  @Test
  void what_never_was_is_not_found() {
    var unknown = refused(() -> customers.getCustomer("0123456789ABCDEF0123456789ABCDEF", null));
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.at("errors.0.type")).isEqualTo("notFound");
  }

  @Test
  void a_card_without_its_number_is_refused() throws ApiException {
    var owner = customers.postCustomer(customer(), null).getId();
    var empty = new PostCustomerPaymentInstrumentRequest();
    var refused = refused(() -> cards.postCustomerPaymentInstrument(owner, empty, null));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("errors.0.type")).isEqualTo("missingFields");
  }

  @Test
  void a_profile_nobody_assigned_is_refused() {
    var profile = "93b32398-ad51-4cc2-a682-ea3e93614eb1";
    assertThat(refused(() -> customers.postCustomer(customer(), profile)).status()).isEqualTo(424);
  }

  private static PostCustomerRequest customer() {
    return read(
        """
        {"buyerInformation": {"merchantCustomerID": "cust-1", "email": "ana@example.com"},
         "clientReferenceInformation": {"code": "signup-1"},
         "merchantDefinedInformation": [{"name": "data1", "value": "eu"}]}\
        """,
        PostCustomerRequest.class);
  }

  private PostCustomerPaymentInstrumentRequest card(String number, boolean isDefault)
      throws ApiException {
    return read(
        """
        {"default": %s, "card": {"expirationMonth": "12", "expirationYear": "%d", "type": "001"},
         "billTo": %s, "instrumentIdentifier": {"id": "%s"}}\
        """
            .formatted(isDefault, year(), BILL_TO, identify(number)),
        PostCustomerPaymentInstrumentRequest.class);
  }

  private String identify(String number) throws ApiException {
    var body = "{\"card\": {\"number\": \"" + number + "\"}}";
    return numbers
        .postInstrumentIdentifier(read(body, PostInstrumentIdentifierRequest.class), null, null)
        .getId();
  }
}
