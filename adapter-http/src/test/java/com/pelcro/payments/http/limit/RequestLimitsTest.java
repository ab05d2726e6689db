package com.pelcro.payments.http.limit;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.http.Answer;
import com.pelcro.payments.http.Client;
import com.pelcro.payments.http.Service;
import com.pelcro.payments.http.Shop;
import java.time.Duration;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What one key and one address may ask for. The clock of the service stands still unless it is
/// moved, so nothing is refilled by chance.
class RequestLimitsTest {

  private static final Set<String> PROXIES = Set.of("127.0.0.1");

  private static Service limited(int perKey, int perAddress) {
    var usual = HttpLimits.USUAL;
    return Service.with(
        new HttpLimits(perKey, perAddress, usual.forms(), usual.body(), usual.idle(), PROXIES));
  }

  private static void drain(Client client, String path) {
    while (client.get(path).status() != 429) {
      assertThat(client.get(path).status()).isIn(200, 429);
    }
  }

  private static void assertTurnedAway(Answer answer, String whence) {
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.code()).isEqualTo("rate_limited");
    assertThat(answer.header("Retry-After")).isEqualTo("1");
    assertThat(answer.json().path("detail").asText()).contains(whence);
  }

  @Test
  void a_key_that_asks_for_too_much_is_told_to_wait_and_no_other_is() {
    try (var service = limited(10, 10_000)) {
      var shop = Shop.open(service);
      var other = service.clock();
      other.pass(Duration.ofSeconds(5));
      var quiet = Shop.open(service);
      other.pass(Duration.ofSeconds(5));
      drain(shop.client(), shop.path("/charges"));

      assertTurnedAway(shop.client().get(shop.path("/charges")), "under one key");
      assertThat(quiet.client().get(quiet.path("/charges")).status()).isEqualTo(200);
      assertThat(service.operator().get("/v1/sites").status()).isEqualTo(200);

      service.clock().pass(Duration.ofSeconds(1));
      var later =
          IntStream.range(0, 11).map(_ -> shop.client().get(shop.path("/charges")).status());
      assertThat(later.filter(status -> status == 200).count()).isEqualTo(10);
    }
  }

  @Test
  void an_address_is_limited_whatever_keys_it_tries_and_health_is_still_told() {
    try (var service = limited(10_000, 20)) {
      var there = service.anyone().with("X-Forwarded-For", "192.0.2.7");
      drain(there.holding(Service.OPERATOR_KEY), "/v1/sites");

      assertTurnedAway(there.holding("sk_guess").get("/v1/sites"), "from one address");
      assertTurnedAway(there.get("/pay/cs_01m82qkpy8e00a9krzp26das3b"), "from one address");
      assertThat(there.get("/health/live").status()).isEqualTo(200);
      assertThat(there.get("/metrics").status()).isEqualTo(200);
      var elsewhere = service.anyone().with("X-Forwarded-For", "192.0.2.8");
      assertThat(elsewhere.holding(Service.OPERATOR_KEY).get("/v1/sites").status()).isEqualTo(200);
    }
  }

  @Test
  void card_forms_are_limited_for_each_address_and_nothing_else_with_them() {
    try (var service = limited(10_000, 10_000)) {
      var form = "/pay/" + Shop.open(service).session();
      var there = service.anyone().with("X-Forwarded-For", "192.0.2.7");
      drain(there, form);

      assertTurnedAway(there.get(form), "from one address");
      assertThat(there.holding(Service.OPERATOR_KEY).get("/v1/sites").status()).isEqualTo(200);
      assertThat(service.anyone().get(form).status()).isEqualTo(200);
      service.clock().pass(Duration.ofSeconds(1));
      assertThat(there.get(form).status()).isEqualTo(200);
    }
  }
}
