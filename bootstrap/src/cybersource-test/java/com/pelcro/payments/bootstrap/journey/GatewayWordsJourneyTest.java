package com.pelcro.payments.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What of the gateway's own words comes out of the service.
class GatewayWordsJourneyTest {

  private static final SimulatorStage STAGE = new SimulatorStage();

  @RegisterExtension static final RunningService SERVICE = new RunningService(() -> STAGE);

  private Shop shop;

  @BeforeEach
  void open() {
    shop = Shop.open(SERVICE.operator(), SERVICE.stage());
  }

  @Test
  void a_reason_nobody_knows_is_unknown_soft_kept_and_counted() {
    var method = shop.card();
    STAGE.script(shop.merchant(), 1993, Map.of("kind", "decline", "reason", "REASON_OF_TOMORROW"));
    var charge = shop.charge(method, 1993);
    assertThat(charge.text("/status")).as("%s", charge.body()).isEqualTo("declined");
    assertThat(charge.text("/decline/code")).isEqualTo("unknown");
    assertThat(charge.text("/decline/category")).isEqualTo("soft");
    assertThat(charge.body().path("decline").toString()).contains("REASON_OF_TOMORROW");
    assertThat(shop.caller().get("/metrics").body().asText())
        .contains("payments_gateway_declines_total{code=\"unknown\",gateway=\"cybersource\"} 1.0");
  }

  @Test
  void the_timeline_shows_what_was_asked_and_answered_and_nothing_secret() {
    var charge = shop.charge(shop.card(), 1990);
    var timeline = shop.caller().get(shop.path("/charges/" + charge.id() + "/timeline"));
    assertThat(timeline.text("/data/0/happening")).isEqualTo("asked");
    var answered = timeline.body().at("/data/1");
    assertThat(answered.path("outcome").asText()).isEqualTo("approval");
    assertThat(answered.at("/evidence/http_status").asInt()).isEqualTo(201);
    assertThat(answered.at("/evidence/correlation_id").asText()).isNotEmpty();
    assertThat(answered.path("evidence").toString())
        .contains("/pts/v2/payments", "19.90", "AUTHORIZED", charge.text("/gateway/transaction_id"))
        .doesNotContain(shop.merchant().secret(), "Kovac", "Ilica", "ana@reader.example");
  }

  @Test
  void checks_of_address_and_code_are_shown() {
    var charge = shop.charge(shop.typed(1990));
    assertThat(charge.text("/checks/avs")).as("%s", charge.body()).isEqualTo("Y");
    assertThat(charge.text("/checks/cvn")).isEqualTo("M");
  }

  @Test
  void a_key_that_is_replaced_is_followed_by_the_one_before_until_the_new_one_is_known() {
    var method = shop.card();
    var next = Merchant.invented();
    var replaced = new Merchant(shop.merchant().id(), next.keyId(), next.secret());
    var changed = shop.caller().put(shop.integration(), replaced.integration("enabled"));
    assertThat(changed.status()).as("%s", changed.body()).isEqualTo(200);
    var early = shop.caller().post(shop.integration() + "/verify", Map.of());
    assertThat(early.text("/problem")).isEqualTo("credentials_rejected");
    assertThat(shop.charge(method, 1994).text("/status")).isEqualTo("captured");
    STAGE.know(replaced);
    var late = shop.caller().post(shop.integration() + "/verify", Map.of());
    assertThat(late.body().path("ok").asBoolean()).isTrue();
    assertThat(shop.charge(method, 1995).text("/status")).isEqualTo("captured");
  }

  @Test
  void a_check_tells_a_wrong_set_up_from_a_gateway_that_is_away() {
    STAGE.fail(shop.merchant(), "/tss/v2/searches", 404);
    var wrong = shop.caller().post(shop.integration() + "/verify", Map.of());
    assertThat(wrong.text("/problem")).as("%s", wrong.body()).isEqualTo("misconfigured");
    STAGE.fail(shop.merchant(), "/tss/v2/searches", 502);
    var away = shop.caller().post(shop.integration() + "/verify", Map.of());
    assertThat(away.text("/problem")).as("%s", away.body()).isEqualTo("unreachable");
  }
}
