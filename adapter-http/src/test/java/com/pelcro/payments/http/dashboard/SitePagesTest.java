package com.pelcro.payments.http.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.http.Service;
import com.pelcro.payments.http.Shop;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SitePagesTest {

  private final Service service = Service.start();
  private final Visitor operator = Visitor.operator(service);

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void the_first_thing_to_do_is_to_add_a_site() {
    assertThat(operator.get("/dashboard").location()).isEqualTo("/dashboard/sites");
    assertThat(operator.get("/dashboard/sites").text()).contains("There is no site yet");

    var added =
        operator.fill(
            "/dashboard/sites/new",
            "/dashboard/sites/new",
            Map.of(
                "name", "The Daily",
                "url", "https://daily.example",
                "time_zone", "Europe/Paris",
                "external_id", "1232"));

    assertThat(added.location()).matches("/dashboard/sites/site_[0-9a-z]{26}\\?done=added");
    assertThat(operator.get(added.location()).text())
        .contains("The Daily", "no gateway is set up", "Not connected", "Added.");
    assertThat(operator.get("/dashboard").location() + "?done=added").isEqualTo(added.location());
  }

  @Test
  void what_is_no_site_is_not_added() {
    var seen =
        operator.fill(
            "/dashboard/sites/new",
            "/dashboard/sites/new",
            Map.of("name", "", "url", "http://daily.example/x", "time_zone", "Mars/Phobos"));

    assertThat(seen.status()).isEqualTo(422);
    assertThat(seen.text())
        .contains("id=\"name-fault\"", "id=\"url-fault\"", "id=\"time_zone-fault\"")
        .contains("value=\"http://daily.example/x\"");
    assertThat(operator.get("/dashboard/sites").text()).contains("There is no site yet");
  }

  @Test
  void a_site_key_changes_its_site() {
    var shop = Shop.open(service);
    var visitor = Visitor.holding(service, shop.key());
    var settings = "/dashboard/sites/" + shop.site() + "/settings";

    var saved =
        visitor.fill(
            settings,
            settings,
            Map.of("name", "The Weekly", "url", "https://weekly.example", "time_zone", "UTC"));

    assertThat(saved.location()).isEqualTo(settings + "?done=saved");
    assertThat(shop.client().get(shop.path("")).at("/name")).isEqualTo("The Weekly");
    var wrong = visitor.fill(settings, settings, Map.of("name", "", "url", "x", "time_zone", ""));
    assertThat(wrong.status()).isEqualTo(422);
  }

  @Test
  void many_sites_have_pages() {
    for (int made = 0; made < 26; made++) {
      service
          .operator()
          .post(
              "/v1/sites",
              "{\"name\": \"Site %d\", \"url\": \"https://a.example\"}".formatted(made));
    }

    assertThat(operator.get("/dashboard/sites").text()).contains("rel=\"next\"");
  }
}
