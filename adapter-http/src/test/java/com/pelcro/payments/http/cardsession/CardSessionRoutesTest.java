package com.pelcro.payments.http.cardsession;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.http.Service;
import com.pelcro.payments.http.Shop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CardSessionRoutesTest {

  private final Service service = Service.start();
  private final Shop shop = Shop.open(service);
  private final String path = shop.path("/card-sessions");

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void a_session_has_all_that_the_fields_need() {
    var session = shop.client().post(path, "");

    assertThat(session.status()).isEqualTo(201);
    assertThat(session.at("/method")).isEqualTo("microform");
    assertThat(session.at("/capture_context")).isNotEmpty();
    assertThat(session.json().get("public_key").isNull()).isTrue();
    assertThat(session.json().get("origins").toString())
        .isEqualTo("[\"https://daily.example\",\"https://shop.daily.example\"]");
    assertThat(session.json().get("card_networks").toString())
        .isEqualTo("[\"visa\",\"mastercard\"]");
    assertThat(session.at("/form_url")).isEqualTo("https://payments.example/pay/" + session.id());
    assertThat(shop.client().get(path + "/" + session.id()).json()).isEqualTo(session.json());
  }

  @Test
  void a_key_may_be_asked_for_in_place_of_the_fields() {
    var session = shop.client().post(path, "{\"method\": \"flex_key\"}");

    assertThat(session.status()).isEqualTo(201);
    assertThat(session.at("/method")).isEqualTo("flex_key");
    assertThat(session.at("/public_key/key_id")).isNotEmpty();
    assertThat(session.json().at("/public_key/jwk").isObject()).isTrue();
    assertThat(session.json().get("capture_context").isNull()).isTrue();
  }

  @Test
  void origins_and_networks_of_the_site_are_taken_and_others_refused() {
    var fine =
        shop.client()
            .post(
                path, "{\"origins\": [\"https://daily.example\"], \"card_networks\": [\"visa\"]}");
    var origin = shop.client().post(path, "{\"origins\": [\"https://evil.example\"]}");
    var network = shop.client().post(path, "{\"card_networks\": [\"amex\"]}");

    assertThat(fine.json().get("card_networks").toString()).isEqualTo("[\"visa\"]");
    assertThat(origin.code()).isEqualTo("origin_not_allowed");
    assertThat(network.code()).isEqualTo("card_network_not_allowed");
  }

  @Test
  void a_gateway_that_is_away_or_does_not_know_us_is_told() {
    service.gateway().refuseNextConnection();
    var away = shop.client().post(path, "{}");

    assertThat(away.status()).isEqualTo(503);
    assertThat(away.code()).isEqualTo("gateway_unavailable");
    assertThat(away.header("Retry-After")).isNotEmpty();
  }
}
