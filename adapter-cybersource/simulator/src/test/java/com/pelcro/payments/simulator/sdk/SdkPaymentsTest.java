package com.pelcro.payments.simulator.sdk;

import static com.pelcro.payments.simulator.TestRequests.authorization;
import static com.pelcro.payments.simulator.TestRequests.cancel;
import static com.pelcro.payments.simulator.TestRequests.card;
import static com.pelcro.payments.simulator.TestRequests.code;
import static com.pelcro.payments.simulator.TestRequests.order;
import static com.pelcro.payments.simulator.TestRequests.payment;
import static com.pelcro.payments.simulator.TestRequests.reversal;
import static com.pelcro.payments.simulator.TestRequests.sale;
import static com.pelcro.payments.simulator.sdk.SdkClient.read;
import static org.assertj.core.api.Assertions.assertThat;

import Api.CaptureApi;
import Api.PaymentsApi;
import Api.RefundApi;
import Api.ReversalApi;
import Api.VoidApi;
import Invokers.ApiException;
import Model.AuthReversalRequest;
import Model.CapturePaymentRequest;
import Model.CreatePaymentRequest;
import Model.MitReversalRequest;
import Model.MitVoidRequest;
import Model.PtsV2PaymentsPost201Response;
import Model.RefundCaptureRequest;
import Model.RefundPaymentRequest;
import Model.VoidCaptureRequest;
import Model.VoidPaymentRequest;
import Model.VoidRefundRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SdkPaymentsTest {

  private static final String STORE =
      """
      {"capture": true, "commerceIndicator": "internet", "actionList": ["TOKEN_CREATE"],
       "actionTokenTypes": ["customer", "paymentInstrument", "instrumentIdentifier"],
       "authorizationOptions": {"initiator": {"type": "customer", "credentialStoredOnFile": true}}}\
      """;
  private static final String RENEW =
      """
      {"capture": true, "commerceIndicator": "recurring",
       "authorizationOptions": {"initiator": {"type": "merchant", "storedCredentialUsed": true}}}\
      """;

  private SdkClient sdk;

  @BeforeAll
  void start() {
    sdk = SdkClient.start();
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
  void a_sale_stores_the_card_and_the_card_pays_again() throws ApiException {
    var first = pay(payment(code(), "19.90", STORE, card("4111111111111111"), ""));
    assertThat(first.getStatus()).isEqualTo("AUTHORIZED");
    var tokens = first.getTokenInformation();
    assertThat(tokens.getInstrumentIdentifier().getId()).endsWith("1111");
    var stored =
        "{\"customer\": {\"id\": \"%s\"}, \"paymentInstrument\": {\"id\": \"%s\"}}"
            .formatted(tokens.getCustomer().getId(), tokens.getPaymentInstrument().getId());
    var renewal = pay(payment(code(), "19.90", RENEW, stored, ""));
    assertThat(renewal.getStatus()).isEqualTo("AUTHORIZED");
    assertThat(renewal.getProcessorInformation().getNetworkTransactionId()).matches("\\d{15}");
  }

  @Test
  void an_authorization_is_captured_in_part_refunded_and_the_refund_is_voided()
      throws ApiException {
    var code = code();
    var held = pay(authorization(code, "19.90"));
    var capture =
        new CaptureApi(sdk.api())
            .capturePayment(
                read(order(code(), "15.00"), CapturePaymentRequest.class), held.getId());
    assertThat(capture.getStatus()).isEqualTo("PENDING");
    assertThat(capture.getOrderInformation().getAmountDetails().getTotalAmount())
        .isEqualTo("15.00");
    var refund =
        new RefundApi(sdk.api())
            .refundCapture(
                read(order(code(), "5.00"), RefundCaptureRequest.class), capture.getId());
    assertThat(refund.getStatus()).isEqualTo("PENDING");
    assertThat(refund.getRefundAmountDetails().getRefundAmount()).isEqualTo("5.00");
    var cancelled =
        new VoidApi(sdk.api())
            .voidRefund(read(cancel(code(), "v" + code), VoidRefundRequest.class), refund.getId());
    assertThat(cancelled.getStatus()).isEqualTo("VOIDED");
  }

  @Test
  void a_capture_is_voided() throws ApiException {
    var held = pay(authorization(code(), "19.90"));
    var capture =
        new CaptureApi(sdk.api())
            .capturePayment(
                read(order(code(), "19.90"), CapturePaymentRequest.class), held.getId());
    var code = code();
    var cancelled =
        new VoidApi(sdk.api())
            .voidCapture(read(cancel(code, "v" + code), VoidCaptureRequest.class), capture.getId());
    assertThat(cancelled.getVoidAmountDetails().getVoidAmount()).isEqualTo("19.90");
  }

  @Test
  void a_sale_is_refunded() throws ApiException {
    var sale = pay(sale(code(), "19.90"));
    var refund =
        new RefundApi(sdk.api())
            .refundPayment(read(order(code(), "19.90"), RefundPaymentRequest.class), sale.getId());
    assertThat(refund.getStatus()).isEqualTo("PENDING");
  }

  @Test
  void a_sale_is_voided() throws ApiException {
    var code = code();
    var sale = pay(sale(code, "19.90"));
    var cancelled =
        new VoidApi(sdk.api())
            .voidPayment(read(cancel(code, "v" + code), VoidPaymentRequest.class), sale.getId());
    assertThat(cancelled.getStatus()).isEqualTo("VOIDED");
  }

  @Test
  void a_hold_is_released() throws ApiException {
    var held = pay(authorization(code(), "19.90"));
    var released =
        new ReversalApi(sdk.api())
            .authReversal(held.getId(), read(reversal(code(), "19.90"), AuthReversalRequest.class));
    assertThat(released.getStatus()).isEqualTo("REVERSED");
    assertThat(released.getReversalAmountDetails().getReversedAmount()).isEqualTo("19.90");
  }

  @Test
  void a_sale_whose_answer_was_lost_is_voided_by_its_transaction_id() throws ApiException {
    var code = code();
    pay(sale(code, "19.90"));
    var cancelled =
        new VoidApi(sdk.api()).mitVoid(read(cancel(code(), "tx" + code), MitVoidRequest.class));
    assertThat(cancelled.getStatus()).isEqualTo("VOIDED");
  }

  @Test
  void a_hold_whose_answer_was_lost_is_released_by_its_transaction_id() throws ApiException {
    var code = code();
    pay(authorization(code, "19.90"));
    var body =
        reversal(code(), "19.90").replaceFirst("\"}", "\", \"transactionId\": \"tx" + code + "\"}");
    var released = new ReversalApi(sdk.api()).mitReversal(read(body, MitReversalRequest.class));
    assertThat(released.getStatus()).isEqualTo("REVERSED");
  }

  @Test
  void the_sdk_may_go_by_way_of_another_host() throws ApiException {
    var secret = sdk.credentials().path("secret_key").asText();
    var api = sdk.api("apitest.cybersource.com", sdk.host(), secret);
    var sale =
        new PaymentsApi(api).createPayment(read(sale(code(), "1.00"), CreatePaymentRequest.class));
    assertThat(sale.getStatus()).isEqualTo("AUTHORIZED");
  }

  @Test
  void members_of_tomorrow_do_not_disturb_the_sdk() throws ApiException {
    sdk.extraFields(true);
    var answer = sdk.merchant().post("/pts/v2/payments", sale(code(), "1.00"));
    sdk.extraFields(false);
    assertThat(SdkModels.answer("POST", "/pts/v2/payments", answer.status(), answer.text()))
        .singleElement()
        .asString()
        .contains("fieldOfTomorrow is left over");
    assertThat(
            sdk.api()
                .getJSON()
                .<PtsV2PaymentsPost201Response>deserialize(
                    answer.text(), PtsV2PaymentsPost201Response.class)
                .getStatus())
        .isEqualTo("AUTHORIZED");
  }

  private PtsV2PaymentsPost201Response pay(String body) throws ApiException {
    return new PaymentsApi(sdk.api()).createPayment(read(body, CreatePaymentRequest.class));
  }
}
