package com.pelcro.payments.http.charge;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.domain.gateway.Trouble;
import com.pelcro.payments.http.Service;
import com.pelcro.payments.http.Shop;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChargeDecisionRoutesTest {

  private static final String ADOPT =
      "{\"decision\": \"adopt\", \"gateway_transaction_id\": \"7412056310986400904007\","
          + " \"reason\": \"seen in the Business Center\"}";

  private final Service service = Service.start();
  private final Shop shop = Shop.open(service);

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void an_operator_closes_what_recovery_could_not() {
    var charge = inDoubt();

    var before = service.operator().get(charge);
    var resolved = service.operator().post(charge + "/resolve", ADOPT);
    var timeline = service.operator().get(charge + "/timeline");

    assertThat(before.at("/needs_attention")).isEqualTo("true");
    assertThat(resolved.status()).as(resolved.text()).isEqualTo(200);
    assertThat(resolved.at("/status")).isEqualTo("captured");
    assertThat(resolved.at("/needs_attention")).isEqualTo("false");
    assertThat(resolved.at("/gateway/transaction_id")).isEqualTo("7412056310986400904007");
    assertThat(timeline.text())
        .contains("\"happening\":\"decided\"")
        .contains("\"actor\":\"operator\"")
        .contains("seen in the Business Center");
  }

  @Test
  void a_site_does_not_decide() {
    var refused = shop.client().post(inDoubt() + "/resolve", ADOPT);

    assertThat(refused.status()).isEqualTo(403);
  }

  @Test
  void nobody_decides_while_recovery_is_at_work() {
    var method = shop.method();
    service.gateway().loseNextReply();
    var charge = shop.path("/charges/" + shop.charge(method, 1990).id());

    var refused = service.operator().post(charge + "/resolve", ADOPT);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("invalid_state");
  }

  @Test
  void an_adoption_names_what_is_adopted_and_nothing_else_does() {
    var charge = inDoubt();

    var nameless =
        service
            .operator()
            .post(charge + "/resolve", "{\"decision\": \"adopt\", \"reason\": \"seen\"}");
    var absent =
        service.operator().post(charge + "/resolve", ADOPT.replace("\"adopt\"", "\"absent\""));

    assertThat(nameless.at("/errors/0/pointer")).isEqualTo("/gateway_transaction_id");
    assertThat(absent.at("/errors/0/pointer")).isEqualTo("/gateway_transaction_id");
  }

  private String inDoubt() {
    var method = shop.method();
    service.gateway().loseNextReply();
    var charge = shop.path("/charges/" + shop.charge(method, 1990).id());
    service.gateway().beforeEachCall(() -> service.gateway().next(Trouble.CONNECTION_REFUSED));
    service.recover(Duration.ofHours(25));
    return charge;
  }
}
