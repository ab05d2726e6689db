package com.pelcro.payments.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.pelcro.payments.domain.gateway.Trouble;
import com.pelcro.payments.domain.gateway.memory.Movement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OutageJourneyTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final SimulatorStage STAGE = new SimulatorStage();

  @RegisterExtension static final RunningService SERVICE = new RunningService(() -> STAGE);

  private Shop shop;

  @BeforeEach
  void open() {
    shop = Shop.open(SERVICE.operator(), SERVICE.stage());
  }

  @Test
  void without_its_database_the_service_says_so_and_goes_on_by_itself_when_it_is_back()
      throws Exception {
    var method = shop.card();
    SERVICE.stopDatabase();
    try {
      var refused = shop.charge(method, 1000);
      assertThat(refused.status()).as("%s", refused.body()).isEqualTo(503);
      assertThat(refused.headers().firstValue("Content-Type"))
          .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
      var ready = shop.caller().get("/health/ready");
      assertThat(ready.status()).isEqualTo(503);
      assertThat(ready.body().toString()).contains("database");
      assertThat(shop.caller().get("/health/live").status()).isEqualTo(200);
    } finally {
      SERVICE.startDatabase();
    }
    await().atMost(PATIENCE).until(() -> shop.caller().get("/health/ready").status() == 200);
    assertThat(shop.charge(method, 1000).text("/status")).isEqualTo("captured");
    assertThat(STAGE.movements(shop.merchant(), Movement.Kind.SALE, 1000)).isEqualTo(1);
  }

  @Test
  void a_charge_that_cannot_reach_the_gateway_failed_and_was_never_sent() {
    var method = shop.card();
    STAGE.vanish();
    try {
      var charge = shop.charge(method, 1100);
      assertThat(charge.status()).as("%s", charge.body()).isEqualTo(201);
      assertThat(charge.text("/status")).isEqualTo("failed");
      assertThat(charge.text("/failure/code")).isEqualTo("gateway_unavailable");
      var session = shop.caller().post(shop.path("/card-sessions"), Map.of());
      assertThat(session.status()).isIn(502, 503);
      assertThat(session.text("/code")).isEqualTo("gateway_unavailable");
    } finally {
      STAGE.reappear();
    }
  }

  @Test
  void a_charge_whose_gateway_falls_silent_is_pending() {
    var method = shop.card();
    STAGE.next(shop.merchant(), 1200, Trouble.ARRIVES_LATE);
    var charge = shop.charge(method, 1200);
    assertThat(charge.status()).isEqualTo(202);
    assertThat(charge.text("/status")).isEqualTo("pending");
  }
}
