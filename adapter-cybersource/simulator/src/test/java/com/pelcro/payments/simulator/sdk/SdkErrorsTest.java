package com.pelcro.payments.simulator.sdk;

import static com.pelcro.payments.simulator.TestRequests.authorization;
import static com.pelcro.payments.simulator.TestRequests.cancel;
import static com.pelcro.payments.simulator.TestRequests.code;
import static com.pelcro.payments.simulator.TestRequests.order;
import static com.pelcro.payments.simulator.TestRequests.reversal;
import static com.pelcro.payments.simulator.TestRequests.sale;
import static com.pelcro.payments.simulator.sdk.SdkClient.read;
import static com.pelcro.payments.simulator.sdk.SdkClient.refused;
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
import Model.MitVoidRequest;
import Model.RefundPaymentRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The shapes an error of the payment operations has.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SdkErrorsTest {

  private SdkClient sdk;
  private PaymentsApi payments;

  @BeforeAll
  void start() {
    sdk = SdkClient.start();
    payments = new PaymentsApi(sdk.api());
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
  void a_decline_is_no_exception() throws ApiException {
    var answer = payments.createPaymentWithHttpInfo(request(sale(code(), "2051.00")));
    assertThat(answer.getStatusCode()).isEqualTo(201);
    assertThat(answer.getData().getStatus()).isEqualTo("DECLINED");
    assertThat(answer.getData().getErrorInformation().getReason()).isEqualTo("INSUFFICIENT_FUND");
    assertThat(answer.getData().getProcessorInformation().getResponseCode()).isEqualTo("51");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1011.00", "2001.00", "2005.00", "2014.00", "2054.00"})
  void every_outcome_by_amount_is_understood(String amount) throws ApiException {
    assertThat(payments.createPayment(request(sale(code(), amount))).getStatus())
        .isIn("PARTIAL_AUTHORIZED", "DECLINED");
  }

  @Test
  void a_doubtful_address_is_understood() throws ApiException {
    var body = sale(code(), "9.00").replace("10000", "00000");
    assertThat(payments.createPayment(request(body)).getErrorInformation().getReason())
        .isEqualTo("AVS_FAILED");
  }

  @Test
  void missing_fields_are_a_flat_400() {
    var refused = refused(() -> payments.createPayment(new CreatePaymentRequest()));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("status")).isEqualTo("INVALID_REQUEST");
    assertThat(refused.at("reason")).isEqualTo("MISSING_FIELD");
    assertThat(refused.at("details.0.field")).isEqualTo("clientReferenceInformation.code");
  }

  @Test
  void a_wrong_secret_is_a_401_without_a_cause() {
    var stranger = new PaymentsApi(sdk.api(sdk.host(), "", "d3Jvbmc="));
    var refused = refused(() -> stranger.createPayment(request(sale(code(), "1.00"))));
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.body()).isEqualTo("{\"response\":{\"rmsg\":\"Authentication Failed\"}}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2006.00", "2091.00"})
  void a_broken_gateway_is_a_flat_502(String amount) {
    var refused = refused(() -> payments.createPayment(request(sale(code(), amount))));
    assertThat(refused.status()).isEqualTo(502);
    assertThat(refused.at("status")).isEqualTo("SERVER_ERROR");
  }

  @Test
  void every_follow_on_refuses_what_it_does_not_know() {
    var nobody = "7412056310986400904007";
    var captured =
        refused(
            () ->
                new CaptureApi(sdk.api())
                    .capturePayment(
                        read(order(code(), "1.00"), CapturePaymentRequest.class), nobody));
    var refunded =
        refused(
            () ->
                new RefundApi(sdk.api())
                    .refundPayment(
                        read(order(code(), "1.00"), RefundPaymentRequest.class), nobody));
    var voided =
        refused(
            () ->
                new VoidApi(sdk.api())
                    .mitVoid(read(cancel(code(), "never"), MitVoidRequest.class)));
    assertThat(captured.at("reason")).isEqualTo("INVALID_DATA");
    assertThat(refunded.at("reason")).isEqualTo("INVALID_DATA");
    assertThat(voided.at("reason")).isEqualTo("INVALID_DATA");
  }

  @Test
  void a_hold_is_released_once() throws ApiException {
    var held = payments.createPayment(request(authorization(code(), "4.00"))).getId();
    var reversals = new ReversalApi(sdk.api());
    reversals.authReversal(held, read(reversal(code(), "4.00"), AuthReversalRequest.class));
    var again =
        refused(
            () ->
                reversals.authReversal(
                    held, read(reversal(code(), "4.00"), AuthReversalRequest.class)));
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.at("reason")).isEqualTo("AUTH_ALREADY_REVERSED");
  }

  private static CreatePaymentRequest request(String body) {
    return read(body, CreatePaymentRequest.class);
  }
}
