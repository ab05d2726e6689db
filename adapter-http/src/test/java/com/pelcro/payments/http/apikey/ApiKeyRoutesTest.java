package com.pelcro.payments.http.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.http.Service;
import com.pelcro.payments.http.Shop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ApiKeyRoutesTest {

  private final Service service = Service.start();
  private final Shop shop = Shop.open(service);
  private final String path = shop.path("/api-keys");

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void a_key_is_shown_once_and_opens_its_site() {
    var issued = service.operator().post(path, "{\"name\": \"web\"}");

    assertThat(issued.status()).isEqualTo(201);
    assertThat(issued.at("/key")).startsWith("sk_").hasSizeGreaterThan(40);
    var client = service.anyone().holding(issued.at("/key"));
    assertThat(client.get(shop.path("")).status()).isEqualTo(200);
    assertThat(client.get(path).text()).doesNotContain(issued.at("/key")).doesNotContain("hash");
  }

  @Test
  void repeating_the_request_shows_no_key_again() {
    var client = service.operator().key("issue-1");
    var first = client.post(path, "{\"name\": \"web\"}");

    var again = client.post(path, "{\"name\": \"web\"}");

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.json().get("key").isNull()).isTrue();
  }

  @Test
  void keys_are_listed_newest_first_page_by_page() {
    var newest = service.operator().post(path, "{\"name\": \"newest\"}").id();

    var first = service.operator().get(path + "?limit=1");
    var second = service.operator().get(path + "?limit=1&after=" + first.at("/next_cursor"));

    assertThat(first.at("/data/0/id")).isEqualTo(newest);
    assertThat(first.json().at("/data/0/last_used_at").isNull()).isTrue();
    assertThat(second.at("/data/0/name")).isEqualTo("shop");
    assertThat(second.at("/data/0/last_used_at")).isEqualTo("2026-03-02T08:00:00.250Z");
    assertThat(second.json().get("next_cursor").isNull()).isTrue();
  }

  @Test
  void a_key_that_is_not_there_cannot_be_revoked() {
    assertThat(shop.client().delete(path + "/key_01m82qkpy8e00a9krzp26das3b").status())
        .isEqualTo(404);
    assertThat(shop.client().delete(path + "/nonsense").status()).isEqualTo(404);
  }
}
