package com.pelcro.payments.http.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.http.Service;
import com.pelcro.payments.http.Shop;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IntegrationRoutesTest {

  private final Service service = Service.start();
  private final Shop shop = Shop.open(service);
  private final String path = shop.path("/integrations/memory");

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void a_secret_is_set_and_never_shown() {
    var shown = shop.client().get(path);

    assertThat(shown.at("/settings/merchant_id")).isEqualTo("acme");
    assertThat(shown.at("/settings/secret_key/set")).isEqualTo("true");
    assertThat(shown.at("/settings/secret_key/updated_at")).isEqualTo("2026-03-02T08:00:00.250Z");
    assertThat(shown.text()).doesNotContain("c2VjcmV0IQ==");
  }

  @Test
  void a_secret_left_out_is_kept() {
    service.clock().pass(Duration.ofHours(1));
    var body = Shop.INTEGRATION.replace(", \"secret_key\": \"c2VjcmV0IQ==\"", "");

    var answer = shop.client().put(path, body.replace("acme", "acme2"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.at("/settings/merchant_id")).isEqualTo("acme2");
    assertThat(answer.at("/settings/secret_key/updated_at")).isEqualTo("2026-03-02T08:00:00.250Z");
    assertThat(answer.at("/updated_at")).isEqualTo("2026-03-02T09:00:00.250Z");
  }

  @Test
  void card_networks_left_out_are_all_that_the_gateway_has() {
    var body = Shop.INTEGRATION.replace("\"card_networks\": [\"visa\", \"mastercard\"],", "");

    assertThat(shop.client().put(path, body).json().get("card_networks").toString())
        .isEqualTo("[\"visa\",\"mastercard\",\"amex\"]");
  }

  @Test
  void what_the_gateway_does_not_have_is_at_fault_field_by_field() {
    var body =
        """
        {"environment": "live", "status": "enabled", "supported_currency": "CHF",
         "additional_supported_sites": ["http://localhost:3000"], "card_networks": ["jcb"],
         "settings": {"merchant_id": "a b", "colour": "red"}}\
        """;

    var answer = shop.client().put(path, body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("invalid_field");
    assertThat(answer.pointers())
        .contains(
            "/settings/colour",
            "/settings/merchant_id",
            "/settings/key_id",
            "/supported_currency",
            "/card_networks",
            "/additional_supported_sites/0");
    assertThat(shop.client().get(path).at("/settings/merchant_id")).isEqualTo("acme");
  }

  @Test
  void a_gateway_that_is_not_wired_is_not_found() {
    assertThat(shop.client().put(shop.path("/integrations/other"), Shop.INTEGRATION).status())
        .isEqualTo(404);
    assertThat(shop.client().get(shop.path("/integrations/Not-A-Name")).status()).isEqualTo(404);
  }

  @Test
  void integrations_are_listed() {
    var list = shop.client().get(shop.path("/integrations"));

    assertThat(list.at("/data/0/gateway")).isEqualTo("memory");
    assertThat(list.json().get("next_cursor").isNull()).isTrue();
  }

  @Test
  void settings_that_work_are_verified_and_others_say_why_they_do_not() {
    var fine = shop.client().post(path + "/verify", "");
    service.gateway().refuseNextConnection();
    var away = shop.client().post(path + "/verify", "{}");

    assertThat(fine.at("/ok")).isEqualTo("true");
    assertThat(fine.json().get("problem").isNull()).isTrue();
    assertThat(away.status()).isEqualTo(200);
    assertThat(away.at("/ok")).isEqualTo("false");
    assertThat(away.at("/problem")).isEqualTo("unreachable");
  }

  @Test
  void a_removed_integration_is_gone() {
    assertThat(shop.client().delete(path).status()).isEqualTo(204);

    assertThat(shop.client().get(path).status()).isEqualTo(404);
    assertThat(shop.client().post(path + "/verify", "").status()).isEqualTo(404);
    assertThat(shop.client().post(shop.path("/card-sessions"), "{}").code())
        .isEqualTo("integration_missing");
  }

  @Test
  void gateways_say_what_they_can_do() {
    var gateways = shop.client().get("/v1/gateways");

    assertThat(gateways.at("/data/0/id")).isEqualTo("memory");
    assertThat(gateways.at("/data/0/settings/2/name")).isEqualTo("secret_key");
    assertThat(gateways.at("/data/0/settings/2/secret")).isEqualTo("true");
    assertThat(gateways.at("/data/0/flows/refund")).isEqualTo("true");
    assertThat(gateways.at("/data/0/flows/three_d_secure")).isEqualTo("false");
  }
}
