package com.pelcro.payments.http.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.http.Service;
import com.pelcro.payments.http.Shop;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HistoryPageTest {

  private final Service service = Service.start();
  private final Shop shop = Shop.open(service);
  private final String home = "/dashboard/sites/" + shop.site();

  @AfterEach
  void stop() {
    service.close();
  }

  private String seenBy(Visitor visitor) {
    return visitor.get(home + "/history").text();
  }

  @Test
  void what_the_api_and_the_dashboard_change_is_all_in_it() {
    var visitor = Visitor.holding(service, shop.key());
    shop.client().patch(shop.path(""), "{\"name\": \"The <b>Weekly</b>\"}");
    visitor.fill(
        home + "/dunning",
        home + "/dunning",
        Map.of(
            "retry_after",
            "2 days",
            "final_action",
            "pause",
            "retry_without_advice",
            "yes",
            "cap.default",
            "10"));
    visitor.fill(home + "/keys", home + "/keys", Map.of("name", "web shop"));

    assertThat(seenBy(Visitor.operator(service)))
        .contains(
            "Site <span",
            "Added",
            "Integration memory",
            "API key web shop",
            "Operator key",
            "Dunning <span")
        .contains("Site key key_")
        .contains("The &lt;b&gt;Weekly&lt;/b&gt;")
        .contains("<code>secret_key</code></th><td></td><td>set</td>")
        .doesNotContain("c2VjcmV0IQ");
  }

  @Test
  void a_replaced_secret_is_only_said_to_have_changed() {
    var changed =
        shop.client()
            .put(
                shop.path("/integrations/memory"),
                Shop.INTEGRATION.replace("c2VjcmV0IQ==", "bmV3IHNlY3JldCE="));
    assertThat(changed.status()).as(changed.text()).isEqualTo(200);

    assertThat(seenBy(Visitor.holding(service, shop.key())))
        .contains("<code>secret_key</code></th><td>set</td><td>changed</td>")
        .doesNotContain("c2VjcmV0IQ", "bmV3IHNlY3JldCE");
  }

  @Test
  void a_site_key_sees_its_own_site_and_no_other() {
    var other = Shop.open(service);

    var visitor = Visitor.holding(service, other.key());

    assertThat(visitor.get(home + "/history").status()).isEqualTo(404);
    assertThat(visitor.get("/dashboard/sites/" + other.site() + "/history").status())
        .isEqualTo(200);
  }

  @Test
  void what_was_refused_is_not_in_it() {
    var before = seenBy(Visitor.operator(service));
    var refused =
        shop.client()
            .put(shop.path("/integrations/memory"), Shop.INTEGRATION.replace("\"EUR\"", "\"CHF\""));
    assertThat(refused.status()).isEqualTo(400);

    assertThat(count(seenBy(Visitor.operator(service)))).isEqualTo(count(before));
  }

  private static int count(String page) {
    return page.split("<section class=\"card\">", -1).length - 1;
  }
}
