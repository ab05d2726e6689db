package com.pelcro.payments.simulator.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import Model.InlineResponse4001;
import Model.PtsV2PaymentsPost201Response;
import Model.PtsV2PaymentsPost502Response;
import Model.TssV2TransactionsPost201Response;
import com.google.gson.JsonParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The checker notices what it is there for.
class SdkModelsTest {

  private static final String SALES = "/pts/v2/payments";

  @Test
  void a_member_no_model_has_is_left_over() {
    assertThat(
            SdkModels.fit(
                "{\"orderInformation\": {\"amountDetails\": {\"currency\": \"EUR\", \"vat\": 1}}}",
                PtsV2PaymentsPost201Response.class))
        .singleElement()
        .asString()
        .startsWith("PtsV2PaymentsPost201Response.orderInformation.amountDetails.vat is left over");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\": 7}",
        "{\"id\": null}",
        "{\"id\": {}}",
        "{\"_links\": []}",
        "{\"tokenInformation\": {\"instrumentidentifierNew\": \"true\"}}",
        "{\"errorInformation\": {\"details\": {}}}",
        "{\"errorInformation\": {\"details\": [{\"field\": 1}]}}",
        "[]"
      })
  void a_value_of_another_type_does_not_fit(String json) {
    assertThat(SdkModels.fit(json, PtsV2PaymentsPost201Response.class)).hasSize(1);
  }

  @Test
  void a_whole_number_is_not_a_fraction() {
    assertThat(SdkModels.fit("{\"count\": 1.5}", TssV2TransactionsPost201Response.class))
        .hasSize(1);
    assertThat(SdkModels.fit("{\"count\": 1}", TssV2TransactionsPost201Response.class)).isEmpty();
  }

  @Test
  void what_is_required_has_to_be_there() {
    assertThat(SdkModels.fit("{\"reason\": \"SHOW_TOKEN_TIMEOUT\"}", InlineResponse4001.class))
        .containsExactly("InlineResponse4001.message is missing, InlineResponse4001 needs it");
  }

  @Test
  void what_the_gateway_is_known_to_send_besides_is_tolerated_there_alone() {
    assertThat(SdkModels.fit("{\"id\": \"7\"}", PtsV2PaymentsPost502Response.class)).isEmpty();
    assertThat(SdkModels.answer("POST", SALES, 400, "{\"id\": \"7\"}")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{id: 7}", "{\"id\": \"7\"", "{'id': '7'}"})
  void what_is_no_json_is_not_read_at_all(String text) {
    assertThatThrownBy(() -> SdkModels.answer("POST", SALES, 201, text))
        .isInstanceOf(JsonParseException.class);
  }

  @Test
  void an_operation_the_sdk_lacks_is_a_mistake() {
    assertThatThrownBy(() -> SdkModels.request("POST", "/pts/v3/payments", "{}"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_body_where_none_belongs_does_not_fit() {
    assertThat(SdkModels.request("DELETE", "/tms/v2/customers/7", "{}")).hasSize(1);
    assertThat(SdkModels.request("DELETE", "/tms/v2/customers/7", "")).isEmpty();
    assertThat(SdkModels.request("POST", SALES, "")).hasSize(1);
  }
}
