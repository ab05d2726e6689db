package com.pelcro.payments.http.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.http.Service;
import com.pelcro.payments.http.Shop;
import com.pelcro.payments.http.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DunningRoutesTest {

  private final Service service = Service.start();
  private final Shop shop = Shop.open(service);
  private final String path = shop.path("/dunning");

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void a_site_begins_with_the_usual_policy() throws Exception {
    assertThat(shop.client().get(path).json())
        .isEqualTo(
            Json.read(
                """
                {"retry_after": ["P1D", "P3D", "P5D", "P7D"], "final_action": "cancel",
                 "retry_without_advice": true,
                 "max_attempts_per_card_30d": {"visa": 15, "mastercard": 10, "default": 10}}\
                """));
  }

  @Test
  void what_is_put_is_got() throws Exception {
    var policy =
        """
        {"retry_after": ["PT6H", "P1DT12H", "P30D"], "final_action": "keep_past_due",
         "retry_without_advice": false,
         "max_attempts_per_card_30d": {"amex": 3, "diners_club": 4, "default": 7}}\
        """;

    var put = shop.client().put(path, policy);

    assertThat(put.status()).as(put.text()).isEqualTo(200);
    assertThat(put.json()).isEqualTo(Json.read(policy));
    assertThat(shop.client().get(path).json()).isEqualTo(put.json());
    assertThat(Shop.open(service).client().get(path).status()).isEqualTo(404);
  }

  @Test
  void what_is_left_out_is_as_usual() {
    shop.client().put(path, "{\"final_action\": \"pause\", \"retry_without_advice\": false}");

    var put = shop.client().put(path, "{\"retry_after\": []}");

    assertThat(put.status()).as(put.text()).isEqualTo(200);
    assertThat(put.json().path("retry_after")).isEmpty();
    assertThat(put.at("/final_action")).isEqualTo("cancel");
    assertThat(put.at("/retry_without_advice")).isEqualTo("true");
    assertThat(put.at("/max_attempts_per_card_30d/visa")).isEqualTo("15");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"retry_after\": [\"P0D\"] | /retry_after/0",
        "\"retry_after\": [\"P1D\", \"-P1D\"] | /retry_after/1",
        "\"retry_after\": [\"P366D\"] | /retry_after/0",
        "\"retry_after\": [\"P1M\"] | /retry_after/0",
        "\"retry_after\": [3] | /retry_after/0",
        "\"retry_after\": \"P1D\" | /retry_after",
        "\"final_action\": \"forgive\" | /final_action",
        "\"retry_without_advice\": \"yes\" | /retry_without_advice",
        "\"max_attempts_per_card_30d\": {\"visa\": 0} | /max_attempts_per_card_30d/visa",
        "\"max_attempts_per_card_30d\": {\"default\": 1.5} | /max_attempts_per_card_30d/default",
        "\"max_attempts_per_card_30d\": {\"bitcoin\": 1} | /max_attempts_per_card_30d/bitcoin",
        "\"retries\": 3 | /retries"
      })
  void what_cannot_be_is_refused_by_field(String field, String pointer) {
    var before = shop.client().get(path).json();

    var refused = shop.client().put(path, "{" + field + "}");

    assertThat(refused.status()).as(refused.text()).isEqualTo(400);
    assertThat(refused.pointers()).containsExactly(pointer);
    assertThat(shop.client().get(path).json()).isEqualTo(before);
  }

  @Test
  void twenty_retries_are_the_most() {
    var retries = "{\"retry_after\": [\"P1D\"" + ", \"P1D\"".repeat(19) + "%s]}";

    assertThat(shop.client().put(path, retries.formatted("")).status()).isEqualTo(200);
    assertThat(shop.client().put(path, retries.formatted(", \"P1D\"")).pointers())
        .containsExactly("/retry_after");
  }
}
