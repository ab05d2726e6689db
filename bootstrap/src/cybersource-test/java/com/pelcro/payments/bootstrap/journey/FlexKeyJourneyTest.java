package com.pelcro.payments.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.pelcro.payments.domain.gateway.SampleCard;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Cards that a page encrypts itself, beside those typed into hosted fields, and what the gateway
/// is asked for them.
class FlexKeyJourneyTest {

  private static final SimulatorStage STAGE = new SimulatorStage();

  @RegisterExtension static final RunningService SERVICE = new RunningService(() -> STAGE);

  private Shop shop;

  @BeforeEach
  void open() {
    shop = Shop.open(SERVICE.operator(), SERVICE.stage());
  }

  /// What a card encrypted by a page is sent with.
  private Map<String, Object> encrypted(SampleCard card, Map<String, ?> more) {
    var session = shop.caller().post(shop.path("/card-sessions"), Map.of("method", "flex_key"));
    assertThat(session.status()).as("%s", session.body()).isEqualTo(201);
    assertThat(session.text("/public_key/key_id")).isNotEmpty();
    assertThat(session.body().path("capture_context").isNull()).isTrue();
    return Shop.with(
        Map.of(
            "card_session", session.id(),
            "flex_token", FlexPage.tokenize(STAGE, session, card),
            "billing_details", Shop.billing()),
        more);
  }

  private Answer saveEncrypted(SampleCard card) {
    return shop.caller()
        .post(
            shop.path("/customers/" + shop.customer() + "/payment-methods"),
            encrypted(card, Map.of()));
  }

  @Test
  void a_card_that_the_page_encrypted_is_saved_and_charged() {
    var saved = saveEncrypted(SampleCard.MASTERCARD);
    assertThat(saved.status()).as("%s", saved.body()).isEqualTo(201);
    assertThat(saved.text("/card/network")).isEqualTo("mastercard");
    assertThat(saved.text("/card/last4")).isEqualTo("4444");
    assertThat(saved.text("/status")).isEqualTo("active");
    var charge = shop.charge(saved.id(), 1990);
    assertThat(charge.text("/status")).as("%s", charge.body()).isEqualTo("captured");
  }

  @Test
  void a_card_that_the_page_encrypted_is_charged_at_once() {
    var charge = shop.charge(encrypted(SampleCard.VISA, Map.of("amount", 700)));
    assertThat(charge.status()).as("%s", charge.body()).isEqualTo(201);
    assertThat(charge.text("/status")).isEqualTo("captured");
    var again = shop.charge(charge.text("/payment_method"), 700);
    assertThat(again.text("/code")).isEqualTo("payment_method_unusable");
  }

  @Test
  void a_card_that_the_page_encrypted_is_charged_and_kept() {
    var keeping = Map.of("amount", 800, "customer", shop.customer(), "save_payment_method", true);
    var first = shop.charge(encrypted(SampleCard.VISA, keeping));
    assertThat(first.text("/status")).as("%s", first.body()).isEqualTo("captured");
    var second = shop.charge(first.text("/payment_method"), 900);
    assertThat(second.text("/status")).as("%s", second.body()).isEqualTo("captured");
  }

  @Test
  void a_flex_token_is_used_once_and_only_in_its_session() {
    var body = encrypted(SampleCard.VISA, Map.of("amount", 700));
    assertThat(shop.charge(body).text("/status")).isEqualTo("captured");
    assertThat(shop.charge(body).text("/code")).isEqualTo("token_already_used");
    var other = encrypted(SampleCard.VISA, Map.of("amount", 700));
    other.put("flex_token", encrypted(SampleCard.VISA, Map.of()).get("flex_token"));
    var refused = shop.charge(other);
    assertThat(refused.status()).as("%s", refused.body()).isEqualTo(422);
  }

  @Test
  void every_group_of_the_gateways_endpoints_is_used_in_its_version() {
    var hosted = shop.card();
    var second = shop.save(SampleCard.MASTERCARD).id();
    var encrypted = saveEncrypted(SampleCard.SECOND_VISA).id();
    var charge = shop.charge(encrypted, 1990);
    STAGE.settleDay();
    assertThat(shop.refund(charge, Map.of()).text("/status")).isEqualTo("succeeded");
    makeDefault(hosted);
    remove("/payment-methods/" + second);
    remove("/payment-methods/" + encrypted);
    remove("/customers/" + shop.customer());

    assertThat(asked())
        .contains(
            "POST /microform/v2/sessions",
            "POST /flex/v1/keys",
            "POST /pts/v2/payments",
            "POST /pts/v2/payments/*/refunds",
            "POST /tms/v2/customers",
            "PATCH /tms/v2/customers/*",
            "DELETE /tms/v2/customers/*",
            "DELETE /tms/v2/customers/*/payment-instruments/*",
            "GET /tms/v1/instrumentidentifiers/*",
            "POST /tms/v1/paymentinstruments",
            "DELETE /tms/v1/paymentinstruments/*")
        .allSatisfy(
            line ->
                assertThat(line)
                    .containsPattern(
                        " /(pts/v2/payments|tms/v2/customers|tms/v1/paymentinstruments"
                            + "|tms/v1/instrumentidentifiers|flex/v1/keys|microform/v2/sessions)"
                            + "(/|$)"));
  }

  private void makeDefault(String method) {
    var changed =
        shop.caller().patch(shop.path("/payment-methods/" + method), Map.of("default", true));
    assertThat(changed.status()).as("%s", changed.body()).isEqualTo(200);
  }

  private void remove(String path) {
    var removed = shop.caller().delete(shop.path(path));
    assertThat(removed.status()).as("%s", removed.body()).isBetween(200, 204);
  }

  /// What the shop's merchant asked of the gateway and was granted, ids left out.
  private List<String> asked() {
    return STAGE.requests(shop.merchant(), "/").stream()
        .filter(request -> request.path("status").asInt() < 300)
        .map(FlexKeyJourneyTest::line)
        .distinct()
        .toList();
  }

  private static String line(JsonNode request) {
    var path =
        request.path("path").asText().replaceAll("/(?=[0-9A-F]{16,}|\\d{10,})[0-9A-F]+", "/*");
    return request.path("method").asText() + " " + path;
  }
}
