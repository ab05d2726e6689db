package com.pelcro.payments.cybersource;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.pelcro.payments.simulator.sdk.SdkModels;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever the adapter sends fits the request models of the gateway's official SDK: no member is
/// unknown to it or of another type.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SdkRequestModelsTest {

  private SimulatorBench bench;
  private List<JsonNode> requests;

  @BeforeAll
  void askForEverything() {
    bench = new SimulatorBench();
    new EveryOperation(bench).ask();
    requests = bench.panel().requests("/");
  }

  @AfterAll
  void close() {
    bench.close();
  }

  @Test
  void every_body_is_one_the_sdk_could_have_sent() {
    assertThat(known().flatMap(SdkRequestModelsTest::findings)).isEmpty();
  }

  @Test
  void every_operation_was_asked_for() {
    assertThat(known().map(SdkRequestModelsTest::operation).distinct())
        .containsExactlyInAnyOrder(
            "POST /pts/v2/payments",
            "POST /pts/v2/payments/*/captures",
            "POST /pts/v2/payments/*/refunds",
            "POST /pts/v2/payments/*/reversals",
            "POST /pts/v2/payments/*/voids",
            "POST /pts/v2/captures/*/refunds",
            "POST /pts/v2/captures/*/voids",
            "POST /pts/v2/voids",
            "POST /pts/v2/reversals",
            "POST /tms/v2/customers",
            "GET /tms/v2/customers/*",
            "PATCH /tms/v2/customers/*",
            "DELETE /tms/v2/customers/*",
            "PATCH /tms/v2/customers/*/payment-instruments/*",
            "DELETE /tms/v2/customers/*/payment-instruments/*",
            "POST /tms/v1/paymentinstruments",
            "PATCH /tms/v1/paymentinstruments/*",
            "DELETE /tms/v1/paymentinstruments/*",
            "GET /tms/v1/instrumentidentifiers/*",
            "POST /microform/v2/sessions",
            "POST /tss/v2/searches",
            "GET /tss/v2/transactions/*");
  }

  @Test
  void nothing_was_refused() {
    assertThat(requests.stream().filter(request -> request.path("status").asInt() >= 300))
        .extracting(request -> operation(request) + " " + request.path("status").asText())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"processingInformation\": {\"merchantInitiatedTransaction\": {}}}",
        "{\"orderInformation\": {\"amountDetails\": {\"totalAmount\": 19.9}}}",
        "{\"processingInformation\": {\"capture\": \"true\"}}",
        "{\"processingInformation\": {\"actionList\": \"TOKEN_CREATE\"}}",
        "{\"clientReferenceInformation\": {\"code\": null}}"
      })
  void what_the_sdk_would_not_send_is_noticed(String body) {
    assertThat(SdkModels.request("POST", "/pts/v2/payments", body)).hasSize(1);
  }

  /// The first Flex is not in the SDK any more, and it never asks for public keys.
  private Stream<JsonNode> known() {
    return requests.stream().filter(request -> !request.path("path").asText().startsWith("/flex/"));
  }

  private static Stream<String> findings(JsonNode request) {
    var body = request.path("body");
    var text = body.isObject() ? body.toString() : "";
    return SdkModels.request(request.path("method").asText(), request.path("path").asText(), text)
        .stream()
        .map(finding -> operation(request) + ": " + finding);
  }

  private static String operation(JsonNode request) {
    var path =
        request.path("path").asText().replaceAll("/(?=[0-9A-F]{16,}|\\d{10,})[0-9A-F]+", "/*");
    return request.path("method").asText() + " " + path;
  }
}
