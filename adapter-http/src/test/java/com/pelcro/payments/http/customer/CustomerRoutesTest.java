package com.pelcro.payments.http.customer;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.http.Service;
import com.pelcro.payments.http.Shop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CustomerRoutesTest {

  private final Service service = Service.start();
  private final Shop shop = Shop.open(service);
  private final String path = shop.path("/customers");

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void a_customer_is_kept_as_it_was_told() {
    var body =
        """
        {"external_id": "r-8", "email": "ada@daily.example", "name": "Ada Ünal 😀",
         "metadata": {"plan": "weekend"}}\
        """;

    var added = shop.client().post(path, body);

    assertThat(added.status()).isEqualTo(201);
    assertThat(added.at("/name")).isEqualTo("Ada Ünal 😀");
    assertThat(added.at("/metadata/plan")).isEqualTo("weekend");
    assertThat(shop.client().get(path + "/" + added.id()).json()).isEqualTo(added.json());
  }

  @Test
  void a_second_customer_with_an_external_id_conflicts_and_the_first_is_named() {
    var refused = shop.client().post(path, "{\"external_id\": \"reader-7\"}");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("conflict");
    assertThat(refused.at("/existing")).isEqualTo(shop.customer());
  }

  @Test
  void customers_are_found_by_external_id_and_email() {
    var ada = shop.client().post(path, "{\"email\": \"ada@daily.example\"}").id();

    assertThat(shop.client().get(path + "?external_id=reader-7").at("/data/0/id"))
        .isEqualTo(shop.customer());
    assertThat(shop.client().get(path + "?email=ada@daily.example").at("/data/0/id"))
        .isEqualTo(ada);
    assertThat(shop.client().get(path + "?external_id=nobody").json().get("data")).isEmpty();
    assertThat(shop.client().get(path).json().get("data")).hasSize(2);
  }

  @Test
  void a_change_leaves_alone_what_it_does_not_name() {
    var one = path + "/" + shop.customer();
    shop.client().patch(one, "{\"name\": \"Ada\", \"metadata\": {\"a\": \"1\"}}");

    var changed = shop.client().patch(one, "{\"external_id\": null, \"metadata\": {\"b\": \"2\"}}");

    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.at("/name")).isEqualTo("Ada");
    assertThat(changed.json().get("external_id").isNull()).isTrue();
    assertThat(changed.json().get("metadata").toString()).isEqualTo("{\"b\":\"2\"}");
  }

  @Test
  void a_removed_customer_is_gone_with_the_cards() {
    var method = shop.method();

    assertThat(shop.client().delete(path + "/" + shop.customer()).status()).isEqualTo(204);

    assertThat(shop.client().get(path + "/" + shop.customer()).status()).isEqualTo(404);
    assertThat(shop.client().get(shop.path("/payment-methods/" + method)).at("/status"))
        .isEqualTo("detached");
    assertThat(service.gateway().storedCards()).isZero();
  }
}
