package com.pelcro.payments.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.domain.decline.DeclineCode;
import com.pelcro.payments.domain.gateway.Outcome;
import com.pelcro.payments.simulator.browser.WithBrowser;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;

/// The card form on the page of a shop, in a real browser, from typing to the charge.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(WithBrowser.class)
class CardFormJourneyTest {

  private static final String VISA = "4111111111111111";
  private static final SimulatorStage STAGE = FormStand.stage();

  @RegisterExtension static final RunningService SERVICE = new RunningService(() -> STAGE);

  private FormStand stand;
  private FormOnPage form;

  @BeforeAll
  void open_the_shop(ChromeDriver browser) throws IOException {
    stand = FormStand.open(SERVICE, STAGE, browser);
    form = stand.form();
  }

  @AfterAll
  void close_the_shop() {
    stand.close();
  }

  @Test
  void a_typed_card_pays() {
    var session = stand.show(1990);
    form.hosted("number", VISA);
    form.await("document.getElementById('network-name').textContent === 'Visa'");
    assertThat(form.ask("document.getElementById('network-icon').src")).endsWith("visa.svg");
    form.hosted("securityCode", "123");
    form.write("expiry", "1234");
    form.billing();
    assertThat(form.value("expiry")).isEqualTo("12/34");
    form.picture("card-form-filled");
    form.submit();

    assertThat(stand.outcome()).isEqualTo("captured");
    assertThat(stand.page().cards())
        .singleElement()
        .satisfies(
            card -> {
              assertThat(card.keySet())
                  .containsExactlyInAnyOrder("card_session", "transient_token", "billing_details");
              assertThat(card).containsEntry("card_session", session.id());
              assertThat(card).extractingByKey("billing_details").asString().contains("Ilica 10");
            });
    assertThat(form.text("status")).isEqualTo("Your card details were handed over.");
    assertThat(stand.heard("pelcro.ready"))
        .singleElement()
        .satisfies(
            ready -> {
              assertThat(ready.path("origin").asText()).isEqualTo(FormStand.SERVER);
              assertThat(ready.at("/data/card_session").asText()).isEqualTo(session.id());
            });
    assertThat(stand.heard("pelcro.resize")).isNotEmpty();
  }

  @Test
  void a_declined_card_is_what_the_shop_hears_of_its_charge() {
    STAGE.next(stand.shop().merchant(), 777, new Outcome.Declined(DeclineCode.INSUFFICIENT_FUNDS));
    stand.show(777);
    form.fill(VISA, "123");
    form.submit();

    assertThat(stand.outcome()).isEqualTo("declined insufficient_funds");
  }

  @Test
  void a_double_click_sends_once() {
    stand.show(810);
    form.fill(VISA, "123");
    form.submit();
    form.submit();

    assertThat(stand.outcome()).isEqualTo("captured");
    form.submit();
    assertThat(form.ask("document.getElementById('submit').disabled")).isEqualTo("true");
    assertThat(stand.heard("pelcro.card")).hasSize(1);
    assertThat(stand.page().cards()).hasSize(1);
  }

  @Test
  void what_is_wrong_is_said_in_words_at_its_field() {
    stand.show(820);
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
    assertThat(stand.heard("pelcro.card")).isEmpty();
    assertThat(form.ask("document.getElementById('submit').disabled")).isEqualTo("false");
  }

  @Test
  void a_form_that_stays_open_is_given_fresh_fields_in_time_and_keeps_what_was_typed_here()
      throws SQLException {
    var session = stand.shop().session();
    stand.expire(session, "+ interval '6 seconds'");
    stand.show(session, 830);
    form.write("expiry", "1234");
    form.billing();
    FormOnPage.patience("a second session").until(() -> stand.heard("pelcro.ready").size() == 2);

    var fresh = stand.heard("pelcro.ready").getLast().at("/data/card_session").asText();
    assertThat(fresh).isNotEqualTo(session.id());
    assertThat(form.value("expiry")).isEqualTo("12/34");
    assertThat(form.value("line1")).isEqualTo("Ilica 10");
    assertThat(form.text("status")).isEmpty();
    form.hosted("number", VISA);
    form.hosted("securityCode", "123");
    form.submit();
    assertThat(stand.outcome()).isEqualTo("captured");
    assertThat(stand.page().cards())
        .singleElement()
        .satisfies(card -> assertThat(card).containsEntry("card_session", fresh));
  }

  @Test
  void a_context_the_gateway_does_not_know_any_more_is_replaced_and_the_card_typed_again() {
    stand.show(840);
    form.fill(VISA, "123");
    assertThat(STAGE.caller().post("/simulator/reset", Map.of()).status()).isEqualTo(204);
    STAGE.know(stand.shop().merchant());
    form.submit();

    form.await("document.getElementById('status').textContent.includes('typed again')");
    assertThat(form.value("city")).isEqualTo("Zagreb");
    form.picture("card-form-renewed");
    form.hosted("number", VISA);
    form.hosted("securityCode", "123");
    form.submit();
    assertThat(stand.outcome()).isEqualTo("captured");
    assertThat(stand.page().cards()).hasSize(1);
  }

  @Test
  void a_page_that_the_session_is_not_for_cannot_frame_it() throws IOException {
    try (var stranger = new ShopPage()) {
      stranger.show(stand.shop().session().text("/form_url"), _ -> "");
      form.open(stranger.origin() + "/");
      FormOnPage.patience("the frame").until(() -> form.around("loaded").asBoolean());

      assertThat(form.ask("document.getElementById('submit') === null")).isEqualTo("true");
      assertThat(form.ask("location.href")).doesNotContain("/pay/");
      assertThat(form.around("heard").size()).isZero();
    }
  }

  @Test
  void the_keyboard_is_enough() {
    stand.show(850);
    form.hosted("number", VISA);
    form.await("document.getElementById('network-name').textContent === 'Visa'");
    form.tab("expiry", "1234", "12/34");
    form.tab("securityCode", "123");
    form.await("document.querySelector('#securityCode.flex-microform-valid') !== null");
    form.tab("name", "Ana Kovac", "Ana Kovac");
    form.tab("email", "ana@reader.example", "ana@reader.example");
    form.tab("phone", "");
    form.tab("country", "Croatia", "HR");
    form.tab("line1", "Ilica 10", "Ilica 10");
    form.tab("line2", "");
    form.tab("city", "Zagreb", "Zagreb");
    form.tab("postal_code", "10000", "10000");
    form.tab("state", "");
    form.tab("submit", Keys.ENTER);

    assertThat(stand.outcome()).isEqualTo("captured");
  }

  @Test
  void nobody_is_kept_out() {
    stand.show(860);
    assertThat(form.barriers()).isEmpty();
    form.picture("card-form");
    form.submit();
    assertThat(form.faults()).isNotEmpty();
    assertThat(form.barriers()).isEmpty();
    form.prefer("dark");
    assertThat(form.barriers()).isEmpty();
    form.picture("card-form-dark");
    form.resize(360, 1600);
    assertThat(form.barriers()).isEmpty();
    form.picture("card-form-phone");
    form.resize(FormStand.WIDTH, FormStand.HEIGHT);
    form.prefer("light");
  }

  @Test
  void a_form_that_is_over_says_so() throws SQLException {
    var session = stand.shop().session();
    stand.expire(session, "- interval '1 second'");
    form.open(session.text("/form_url"));
    stand.awaitTitle("This form has expired");

    assertThat(form.barriersOfPage()).isEmpty();
    form.picture("card-form-expired");
    form.open(FormStand.SERVER + "/pay/cs_01m82qkpy8e00a9krzp26das3b");
    stand.awaitTitle("There is no such form");
    assertThat(form.barriersOfPage()).isEmpty();
  }

  @Test
  void a_form_that_nobody_frames_takes_no_card() {
    form.open(stand.shop().session().text("/form_url"));
    FormOnPage.patience("the page")
        .until(
            () ->
                form.around("document.getElementById('problem')?.textContent")
                    .asText()
                    .contains("belongs into a page of the shop"));

    assertThat(form.around("document.getElementById('submit').disabled").asBoolean()).isTrue();
  }
}
