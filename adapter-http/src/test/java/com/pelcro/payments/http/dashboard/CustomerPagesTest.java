package com.pelcro.payments.http.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.http.Service;
import com.pelcro.payments.http.Shop;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CustomerPagesTest {

  private final Service service = Service.start();
  private final Shop shop = Shop.open(service);
  private final Visitor visitor = Visitor.holding(service, shop.key());
  private final String home = "/dashboard/sites/" + shop.site();
  private final String customer = home + "/customers/" + shop.customer();

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void customers_are_found_by_what_is_known_of_them() {
    shop.client().post(shop.path("/customers"), "{\"email\": \"bo@reader.example\"}");

    assertThat(visitor.get(home + "/customers").text()).contains("reader-7", "bo@reader.example");
    assertThat(visitor.get(home + "/customers?email=bo@reader.example").text())
        .contains("bo@reader.example")
        .doesNotContain("reader-7");
    assertThat(visitor.get(home + "/customers?external_id=nobody").text())
        .contains("No customer is like this");
  }

  @Test
  void a_customer_is_shown_with_cards_and_what_they_pay_for() {
    var method = shop.method();
    assertThat(shop.subscribe(method, "").status()).isEqualTo(201);

    assertThat(visitor.get(customer).text())
        .contains("Visa ending in 1111", "Active", "EUR 10.00 each month", "Latest charges");
  }

  @Test
  void a_card_is_removed_after_asking_again() {
    var card = customer + "/cards/" + shop.method() + "/remove";

    assertThat(visitor.get(customer).text()).contains("href=\"" + card + "\"");
    assertThat(visitor.get(card).text()).contains("Yes, remove the card");
    assertThat(visitor.fill(card, card, Map.of()).location()).isEqualTo(customer + "?done=removed");
    assertThat(visitor.get(customer).text()).contains("No card on file").doesNotContain("Remove…");
  }

  @Test
  void a_card_goes_by_its_own_customer_alone() {
    var other = shop.client().post(shop.path("/customers"), "{}").id();
    var method = shop.method();

    assertThat(visitor.get(home + "/customers/" + other + "/cards/" + method + "/remove").status())
        .isEqualTo(404);
    assertThat(visitor.get(home + "/customers/nobody").status()).isEqualTo(404);
  }
}
