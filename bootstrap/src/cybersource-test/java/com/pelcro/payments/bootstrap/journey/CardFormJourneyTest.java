package com.pelcro.payments.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.pelcro.payments.bootstrap.Config;
import com.pelcro.payments.domain.decline.DeclineCode;
import com.pelcro.payments.domain.gateway.Outcome;
import com.pelcro.payments.simulator.browser.Browser;
import com.pelcro.payments.simulator.browser.Browser.Key;
import com.pelcro.payments.simulator.browser.WithBrowser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// The card form on the page of a shop, in a real browser, from typing to the charge.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(WithBrowser.class)
class CardFormJourneyTest {

  private static final String VISA = "4111111111111111";
  private static final SimulatorStage STAGE = new SimulatorStage();
  private static final int PORT = freePort();
  private static final String FORMS = "http://localhost:" + PORT + "/pay/";

  @RegisterExtension
  static final RunningService SERVICE =
      new RunningService(() -> STAGE, CardFormJourneyTest::reachable);

  @TempDir static Path profile;

  private ShopPage page;
  private ShopPage stranger;
  private Browser browser;
  private FormOnPage form;
  private Merchant merchant;
  private Shop shop;

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The same, at an address that a browser and the gateway know it by.
  private static Config reachable(Config config) {
    return new Config(
        new Config.Http(config.http().host(), PORT, URI.create("http://localhost:" + PORT)),
        config.database(),
        config.operatorKey(),
        config.encryptionKey(),
        config.previousEncryptionKey(),
        config.gateways(),
        config.recovery(),
        config.renewals(),
        config.renewalsPerSecond());
  }

  @BeforeAll
  void open_the_shop() throws IOException {
    page = new ShopPage();
    stranger = new ShopPage();
    browser = new Browser(profile);
    browser.resize(700, 1400);
    form = new FormOnPage(browser, FORMS);
    merchant = STAGE.merchant();
    shop = configured();
  }

  private Shop configured() {
    var operator = SERVICE.operator();
    var site = operator.post("/v1/sites", Map.of("name", "The Daily", "url", page.origin())).id();
    var path = "/v1/sites/" + site;
    var integration =
        operator.put(path + "/integrations/cybersource", merchant.integration("enabled"));
    assertThat(integration.status()).as("%s", integration.body()).isEqualTo(201);
    var customer = operator.post(path + "/customers", Map.of()).id();
    return new Shop(operator, STAGE, merchant, site, customer);
  }

  @AfterAll
  void close_the_shop() {
    browser.close();
    page.close();
    stranger.close();
  }

  @BeforeEach
  void in_the_light() {
    browser.prefer("light");
  }

  /// Frames a new form, which charges this amount.
  private Answer show(long amount) {
    var session = shop.session();
    page.show(session.text("/form_url"), card -> pay(card, amount));
    browser.open(page.origin() + "/");
    form.awaitReady();
    return session;
  }

  private String pay(Map<String, Object> card, long amount) {
    var charge = shop.charge(Shop.with(card, Map.of("amount", amount)));
    var decline = charge.text("/decline/code");
    return charge.text("/status") + (decline.isEmpty() ? "" : " " + decline);
  }

  private String outcome() {
    var outcome = "document.getElementById('outcome').textContent";
    FormOnPage.patience("the outcome").until(() -> !browser.evaluate(outcome).asText().isEmpty());
    return browser.evaluate(outcome).asText();
  }

  private List<JsonNode> heard(String type) {
    return StreamSupport.stream(browser.evaluate("heard").spliterator(), false)
        .filter(message -> message.at("/data/type").asText().equals(type))
        .toList();
  }

  @Test
  void a_typed_card_pays() {
    var session = show(1990);
    form.hosted("number", VISA);
    form.await("document.getElementById('network-name').textContent === 'Visa'");
    assertThat(form.ask("document.getElementById('network-icon').src")).endsWith("visa.svg");
    form.hosted("securityCode", "123");
    form.write("expiry", "1234");
    form.billing();
    assertThat(form.value("expiry")).isEqualTo("12/34");
    form.picture("card-form-filled");
    form.submit();

    assertThat(outcome()).isEqualTo("captured");
    assertThat(page.cards())
        .singleElement()
        .satisfies(
            card -> {
              assertThat(card.keySet())
                  .containsExactlyInAnyOrder("card_session", "transient_token", "billing_details");
              assertThat(card).containsEntry("card_session", session.id());
              assertThat(card.get("billing_details").toString()).contains("line1=Ilica 10");
            });
    assertThat(form.text("status")).isEqualTo("Your card details were handed over.");
    assertThat(heard("pelcro.ready"))
        .singleElement()
        .satisfies(
            ready -> {
              assertThat(ready.path("origin").asText()).isEqualTo("http://localhost:" + PORT);
              assertThat(ready.at("/data/card_session").asText()).isEqualTo(session.id());
            });
    assertThat(heard("pelcro.resize")).isNotEmpty();
  }

  @Test
  void a_declined_card_is_what_the_shop_hears_of_its_charge() {
    STAGE.next(merchant, 777, new Outcome.Declined(DeclineCode.INSUFFICIENT_FUNDS));
    show(777);
    form.fill(VISA, "123");
    form.submit();

    assertThat(outcome()).isEqualTo("declined insufficient_funds");
  }

  @Test
  void a_double_click_sends_once() {
    show(810);
    form.fill(VISA, "123");
    form.submit();
    form.submit();

    assertThat(outcome()).isEqualTo("captured");
    form.submit();
    assertThat(form.ask("document.getElementById('submit').disabled")).isEqualTo("true");
    assertThat(heard("pelcro.card")).hasSize(1);
    assertThat(page.cards()).hasSize(1);
  }

  @Test
  void what_is_wrong_is_said_in_words_at_its_field() {
    show(820);
    form.submit();
    assertThat(form.faults()).hasSize(9).startsWith("number", "expiry", "securityCode", "name");
    assertThat(form.text("problem")).isEqualTo("9 fields need your attention.");
    assertThat(form.text("name-fault")).isEqualTo("Enter the name that is on the card.");
    assertThat(form.ask("document.getElementById('name').getAttribute('aria-describedby')"))
        .isEqualTo("name-fault");
    FormOnPage.patience("focus on the first").until(() -> form.isFocused("number"));
    form.picture("card-form-errors");

    form.hosted("number", "4111111111111112");
    form.hosted("securityCode", "12");
    form.await("document.getElementById('number-fault').textContent.startsWith('Check')");
    form.write("expiry", "0120");
    form.await("document.getElementById('securityCode-fault').textContent.startsWith('Check')");
    form.billing();
    form.submit();
    assertThat(form.faults()).containsExactly("number", "expiry", "securityCode");
    assertThat(form.text("expiry-fault")).startsWith("This card has expired.");
    assertThat(heard("pelcro.card")).isEmpty();
    assertThat(form.ask("document.getElementById('submit').disabled")).isEqualTo("false");
  }

  @Test
  void a_form_that_stays_open_is_given_fresh_fields_in_time_and_keeps_what_was_typed_here()
      throws SQLException {
    var session = shop.session();
    expire(session, "+ interval '6 seconds'");
    page.show(session.text("/form_url"), card -> pay(card, 830));
    browser.open(page.origin() + "/");
    form.awaitReady();
    form.write("expiry", "1234");
    form.billing();
    FormOnPage.patience("a second session").until(() -> heard("pelcro.ready").size() == 2);

    var fresh = heard("pelcro.ready").getLast().at("/data/card_session").asText();
    assertThat(fresh).isNotEqualTo(session.id());
    assertThat(form.value("expiry")).isEqualTo("12/34");
    assertThat(form.value("line1")).isEqualTo("Ilica 10");
    assertThat(form.text("status")).isEmpty();
    form.hosted("number", VISA);
    form.hosted("securityCode", "123");
    form.submit();
    assertThat(outcome()).isEqualTo("captured");
    assertThat(page.cards()).singleElement().satisfies(card -> card.containsValue(fresh));
  }

  private void expire(Answer session, String when) throws SQLException {
    SERVICE.sql(
        "UPDATE card_sessions SET expires_at = now() %s WHERE session_id = '%s'"
            .formatted(when, session.id()));
  }

  @Test
  void a_context_the_gateway_does_not_know_any_more_is_replaced_and_the_card_typed_again() {
    show(840);
    form.fill(VISA, "123");
    assertThat(STAGE.caller().post("/simulator/reset", Map.of()).status()).isEqualTo(204);
    STAGE.know(merchant);
    form.submit();

    form.await("document.getElementById('status').textContent.includes('typed again')");
    assertThat(form.value("city")).isEqualTo("Zagreb");
    form.picture("card-form-renewed");
    form.hosted("number", VISA);
    form.hosted("securityCode", "123");
    form.submit();
    assertThat(outcome()).isEqualTo("captured");
    assertThat(page.cards()).hasSize(1);
  }

  @Test
  void a_page_that_the_session_is_not_for_cannot_frame_it() {
    stranger.show(shop.session().text("/form_url"), _ -> "");
    browser.open(stranger.origin() + "/");
    FormOnPage.patience("the frame").until(() -> browser.evaluate("loaded").asBoolean());

    assertThat(browser.evaluateIn(FORMS, "document.title")).isEmpty();
    assertThat(browser.evaluate("heard").size()).isZero();
  }

  @Test
  void the_keyboard_is_enough() {
    show(850);
    form.hosted("number", "");
    browser.type(VISA);
    for (var text :
        List.of("1234", "123", "Ana Kovac", "ana@reader.example", "", "Croatia", "Ilica 10", "")) {
      browser.press(Key.TAB);
      browser.type(text);
    }
    for (var text : List.of("Zagreb", "10000", "")) {
      browser.press(Key.TAB);
      browser.type(text);
    }
    assertThat(form.value("country")).isEqualTo("HR");
    browser.press(Key.ENTER);

    assertThat(outcome()).isEqualTo("captured");
  }

  @Test
  void nobody_is_kept_out() {
    show(860);
    assertThat(form.barriers()).isEmpty();
    form.picture("card-form");
    form.submit();
    assertThat(form.faults()).isNotEmpty();
    assertThat(form.barriers()).isEmpty();
    browser.prefer("dark");
    assertThat(form.barriers()).isEmpty();
    form.picture("card-form-dark");
    browser.resize(360, 1600);
    assertThat(form.barriers()).isEmpty();
    form.picture("card-form-phone");
    browser.resize(700, 1400);
  }

  @Test
  void a_form_that_is_over_says_so() throws SQLException {
    var session = shop.session();
    expire(session, "- interval '1 second'");
    browser.open(session.text("/form_url"));
    FormOnPage.patience("the page")
        .until(() -> browser.evaluate("document.title").asText().equals("This form has expired"));

    assertThat(FormOnPage.barriers(browser)).isEmpty();
    form.picture("card-form-expired");
    browser.open(FORMS + "cs_01m82qkpy8e00a9krzp26das3b");
    FormOnPage.patience("the page")
        .until(() -> browser.evaluate("document.title").asText().equals("There is no such form"));
    assertThat(FormOnPage.barriers(browser)).isEmpty();
  }

  @Test
  void a_form_that_nobody_frames_takes_no_card() {
    browser.open(shop.session().text("/form_url"));
    FormOnPage.patience("the page")
        .until(
            () ->
                browser
                    .evaluate("document.getElementById('problem')?.textContent")
                    .asText()
                    .contains("belongs into a page of the shop"));

    assertThat(browser.evaluate("document.getElementById('submit').disabled").asBoolean()).isTrue();
  }
}
