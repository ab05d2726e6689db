package com.pelcro.payments.http.cardsession;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.pelcro.payments.domain.cardsession.CardSessionId;
import com.pelcro.payments.domain.gateway.SampleCard;
import com.pelcro.payments.http.Answer;
import com.pelcro.payments.http.Client;
import com.pelcro.payments.http.Service;
import com.pelcro.payments.http.Shop;
import com.pelcro.payments.http.json.Json;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardFormTest {

  private static final Pattern SETUP = Pattern.compile("data-setup=\"([^\"]*)\"");

  private final Service service = Service.start();
  private final Shop shop = Shop.open(service);
  private final Client anyone = service.anyone();

  @AfterEach
  void stop() {
    service.close();
  }

  private static JsonNode setup(Answer page) throws JsonProcessingException {
    var found = SETUP.matcher(page.text());
    assertThat(found.find()).isTrue();
    return Json.read(found.group(1).replace("&#34;", "\"").replace("&amp;", "&"));
  }

  private Answer renew(String session) {
    return anyone.send("POST", "/pay/" + session + "/context", (String) null);
  }

  @Test
  void the_form_holds_what_its_fields_need() throws JsonProcessingException {
    var session = shop.client().post(shop.path("/card-sessions"), "{}");

    var page = anyone.get("/pay/" + session.id());

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
    assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    var setup = setup(page);
    assertThat(setup.at("/session/card_session").asText()).isEqualTo(session.id());
    assertThat(setup.at("/session/capture_context").asText())
        .isEqualTo(session.at("/capture_context"));
    assertThat(setup.at("/session/client_library").asText())
        .isEqualTo(session.at("/client_library"));
    assertThat(setup.at("/session/client_library_integrity").asText()).isEqualTo("sha256-fields");
    assertThat(setup.at("/session/expires_in").asInt()).isEqualTo(900);
    assertThat(setup.at("/origins").toString())
        .isEqualTo("[\"https://daily.example\",\"https://shop.daily.example\"]");
    assertThat(setup.at("/networks/visa/icon").asText()).isEqualTo("/pay/assets/visa.svg");
    assertThat(page.text()).contains("<option value=\"FR\">France</option>");
  }

  @Test
  void the_form_is_framed_by_its_pages_alone_and_runs_its_own_scripts_and_the_gateways() {
    var page = anyone.get("/pay/" + shop.session());

    assertThat(page.header("Content-Security-Policy"))
        .isEqualTo(
            "default-src 'none'; script-src 'self' https://fields.gateway.example; style-src"
                + " 'self'; img-src 'self'; connect-src 'self' https://fields.gateway.example;"
                + " frame-src https://fields.gateway.example; base-uri 'none'; form-action 'none';"
                + " frame-ancestors 'self' https://daily.example https://shop.daily.example");
    assertThat(page.header("Referrer-Policy")).isEqualTo("strict-origin");
    assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(page.text()).doesNotContain("<style").doesNotContain("style=");
    assertThat(page.text()).doesNotContainPattern("<script(?! src=)").doesNotContain("onclick");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"cs_01m82qkpy8e00a9krzp26das3b", "cs_1", "sub_01m82qkpy8e00a9krzp26das3b"})
  void without_a_session_there_is_a_page_that_says_so(String id) {
    var page = anyone.get("/pay/" + id);

    assertThat(page.status()).isEqualTo(404);
    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.text()).contains("There is no such form");
  }

  @Test
  void a_session_without_hosted_fields_has_no_form() {
    var bare = shop.client().post(shop.path("/card-sessions"), "{\"method\": \"flex_key\"}").id();

    assertThat(anyone.get("/pay/" + bare).status()).isEqualTo(404);
    assertThat(renew(bare).code()).isEqualTo("invalid_state");
  }

  @Test
  void an_expired_form_says_what_to_do() {
    var session = shop.session();
    service.clock().pass(Duration.ofMinutes(15));

    var page = anyone.get("/pay/" + session);

    assertThat(page.status()).isEqualTo(410);
    assertThat(page.text()).contains("This form has expired").contains("Reload the page");
    assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'");
  }

  @Test
  void a_form_is_given_a_fresh_session_whose_tokens_are_good() {
    var first = shop.session();
    service.clock().pass(Duration.ofMinutes(14));

    var fresh = renew(first);

    assertThat(fresh.status()).isEqualTo(201);
    var session = fresh.at("/card_session");
    assertThat(session).isNotEqualTo(first);
    assertThat(fresh.at("/expires_at")).isEqualTo("2026-03-02T08:29:00.250Z");
    var token = shop.type(session, SampleCard.VISA);
    var body = "{\"card_session\": \"%s\", \"transient_token\": \"%s\", \"billing_details\": %s}";
    var strange =
        shop.client().post(shop.methodsPath(), body.formatted(first, token, Shop.BILLING));
    var saved =
        shop.client().post(shop.methodsPath(), body.formatted(session, token, Shop.BILLING));
    assertThat(strange.code()).isEqualTo("token_invalid");
    assertThat(saved.status()).as(saved.text()).isEqualTo(201);
    assertThat(renew(session).code()).isEqualTo("invalid_state");
    assertThat(renew(first).code()).isEqualTo("invalid_state");
  }

  @Test
  void a_form_is_not_renewed_for_ever() {
    var latest = shop.session();
    for (int at = 0; at < 10; at++) {
      latest = renew(latest).at("/card_session");
    }

    assertThat(renew(latest).status()).isEqualTo(409);
    assertThat(renew("cs_01m82qkpy8e00a9krzp26das3b").status()).isEqualTo(404);
  }

  @Test
  void a_gateway_that_is_away_is_told() {
    var session = shop.session();
    service.gateway().refuseNextConnection();

    assertThat(renew(session).code()).isEqualTo("gateway_unavailable");
    assertThat(renew(session).status()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"card-form.css", "card-form.js", "visa.svg", "union_pay.svg", "diners_club.svg"})
  void the_files_of_the_form_are_served(String name) {
    var file = anyone.get("/pay/assets/" + name);

    assertThat(file.status()).isEqualTo(200);
    assertThat(file.header("Cache-Control")).isEqualTo("public, max-age=300");
    assertThat(file.text()).isNotEmpty().doesNotContain("http://localhost");
  }

  @Test
  void there_are_no_other_files() {
    assertThat(anyone.get("/pay/assets/..%2fcard-form.js").status()).isEqualTo(404);
    assertThat(anyone.get("/pay/assets/form.jte").status()).isEqualTo(404);
  }

  @Test
  void nothing_of_the_session_but_what_the_browser_needs_is_on_the_page() {
    var id = shop.session();
    var session = service.storage().cardSessions().find(new CardSessionId(id)).orElseThrow();

    assertThat(anyone.get("/pay/" + id).text())
        .doesNotContain("\"" + session.verification() + "\"")
        .doesNotContain(session.site().value());
  }
}
