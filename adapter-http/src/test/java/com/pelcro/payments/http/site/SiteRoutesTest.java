package com.pelcro.payments.http.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.http.Service;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SiteRoutesTest {

  private final Service service = Service.start();

  @AfterEach
  void stop() {
    service.close();
  }

  private String open(String name) {
    return service
        .operator()
        .post("/v1/sites", "{\"name\": \"%s\", \"url\": \"https://a.example\"}".formatted(name))
        .id();
  }

  @Test
  void a_site_is_opened_with_what_was_said_of_it() {
    var answer =
        service
            .operator()
            .post(
                "/v1/sites",
                """
                {"name": "The Daily", "url": "https://daily.example", "external_id": "1232",
                 "time_zone": "America/Toronto"}\
                """);

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.at("/name")).isEqualTo("The Daily");
    assertThat(answer.at("/url")).isEqualTo("https://daily.example");
    assertThat(answer.at("/external_id")).isEqualTo("1232");
    assertThat(answer.at("/time_zone")).isEqualTo("America/Toronto");
    assertThat(answer.at("/created_at")).isEqualTo("2026-03-02T08:00:00.250Z");
    assertThat(service.operator().get("/v1/sites/" + answer.id()).json()).isEqualTo(answer.json());
  }

  @Test
  void a_site_without_a_time_zone_is_in_utc_and_shows_its_missing_id_as_null() {
    var site = service.operator().get("/v1/sites/" + open("One"));

    assertThat(site.at("/time_zone")).isEqualTo("UTC");
    assertThat(site.json().get("external_id").isNull()).isTrue();
  }

  @Test
  void a_change_leaves_alone_what_it_does_not_name_and_null_clears() {
    var path = "/v1/sites/" + open("One");
    var operator = service.operator();
    operator.patch(path, "{\"external_id\": \"7\", \"time_zone\": \"Europe/Paris\"}");

    var renamed = operator.patch(path, "{\"name\": \"Two\"}");
    var cleared = operator.patch(path, "{\"external_id\": null}");

    assertThat(renamed.status()).isEqualTo(200);
    assertThat(renamed.at("/name")).isEqualTo("Two");
    assertThat(renamed.at("/external_id")).isEqualTo("7");
    assertThat(cleared.json().get("external_id").isNull()).isTrue();
    assertThat(cleared.at("/time_zone")).isEqualTo("Europe/Paris");
  }

  @Test
  void a_list_is_walked_by_its_cursors_newest_first() {
    var made = new ArrayList<String>();
    for (int at = 0; at < 5; at++) {
      made.addFirst(open("Site " + at));
    }

    assertThat(walk("/v1/sites?limit=2", "")).isEqualTo(made);
    assertThat(walk("/v1/sites", "")).isEqualTo(made);
  }

  private List<String> walk(String path, String after) {
    var page = service.operator().get(path + after);
    assertThat(page.status()).isEqualTo(200);
    var ids = new ArrayList<String>();
    page.json().get("data").forEach(site -> ids.add(site.get("id").asText()));
    var next = page.json().get("next_cursor");
    if (!next.isNull()) {
      ids.addAll(walk(path, "&after=" + next.asText()));
    }
    return ids;
  }

  @Test
  void a_site_that_is_not_there_is_not_found() {
    var nowhere = "/v1/sites/site_01m82qkpgme00bbk6z5vza4cc5";

    assertThat(service.operator().get(nowhere).code()).isEqualTo("not_found");
    assertThat(service.operator().get("/v1/sites/site_7").status()).isEqualTo(404);
    assertThat(service.operator().get(nowhere + "/charges").status()).isEqualTo(404);
    assertThat(service.operator().post(nowhere + "/customers", "{}").status()).isEqualTo(404);
  }
}
