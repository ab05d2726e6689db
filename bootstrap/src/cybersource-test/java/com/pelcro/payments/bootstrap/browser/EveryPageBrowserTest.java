package com.pelcro.payments.bootstrap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.simulator.browser.WithBrowser;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/// Every page of a site on which every text is markup: nothing of it runs, and nobody is kept out,
/// in the light and in the dark, forms with faults included.
@ExtendWith({WithBrowser.class, AtVenue.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EveryPageBrowserTest {

  private ChromeDriver browser;
  private Venue venue;
  private Seller seller;
  private Person person;

  @BeforeAll
  void open(ChromeDriver browser, Venue venue) {
    this.browser = browser;
    this.venue = venue;
    this.seller = new Seller(venue);
    this.person = new Person(browser, venue.url());
  }

  @BeforeEach
  void come_anew() {
    person.comesAnew();
  }

  @AfterEach
  void light() {
    person.light();
  }

  /// Every page of a site with markup for names, by what it is called.
  private Map<String, String> pages() throws SQLException {
    var site = seller.site(Seller.MARKUP);
    var merchant = seller.configured(site);
    var customer = seller.customer(site);
    var card = seller.card(site, customer);
    var subscription = seller.subscribed(site, customer, card);
    var noted =
        Map.of(
            "reference",
            Seller.MARKUP,
            "description",
            Seller.MARKUP,
            "metadata",
            Map.of(Seller.KEY_MARKUP, Seller.MARKUP));
    venue.script(merchant, 778, Map.of("kind", "decline", "reason", "INSUFFICIENT_FUND"));
    var declined = seller.charged(site, card, 778, noted).id();
    var charge = seller.charged(site, card, 1990, noted).id();
    var lost = seller.inDoubt(site, merchant, card);
    var key = seller.key(site, Seller.MARKUP);
    var home = "/dashboard/sites/" + site;
    var one = home + "/charges/" + charge;
    var life = home + "/subscriptions/" + subscription;
    var pages = new LinkedHashMap<String, String>();
    pages.put("overview", home);
    pages.put("charges", home + "/charges");
    pages.put("charge", one);
    pages.put("charge-declined", home + "/charges/" + declined);
    pages.put("refund", one + "/refund");
    pages.put("void", one + "/void");
    pages.put("charge-in-doubt", home + "/charges/" + lost);
    pages.put("resolve", home + "/charges/" + lost + "/resolve");
    pages.put("customers", home + "/customers");
    pages.put("customer", home + "/customers/" + customer);
    pages.put("card-remove", home + "/customers/" + customer + "/cards/" + card + "/remove");
    pages.put("subscriptions", home + "/subscriptions");
    pages.put("subscription", life);
    pages.put("subscription-card", life + "/card");
    pages.put("subscription-price", life + "/price");
    for (var step : new String[] {"cancel", "cancel-later", "pause", "resume", "collect"}) {
      pages.put("subscription-" + step, life + "/" + step);
    }
    pages.put("events", home + "/events?still=yes");
    pages.put("reconciliation", home + "/reconciliation");
    pages.put("integrations", home + "/integrations");
    pages.put("gateway", home + "/integrations/cybersource");
    pages.put("gateway-form", home + "/integrations/cybersource/configure");
    pages.put("gateway-remove", home + "/integrations/cybersource/remove");
    pages.put("dunning", home + "/dunning");
    pages.put("test-clock", home + "/test-clock");
    pages.put("keys", home + "/keys");
    pages.put("key-revoke", home + "/keys/" + key + "/revoke");
    pages.put("site", home + "/settings");
    pages.put("history", home + "/history");
    pages.put("not-found", home + "/nowhere");
    pages.put("sites", "/dashboard/sites");
    pages.put("site-new", "/dashboard/sites/new");
    return pages;
  }

  @Test
  void no_markup_runs_and_nobody_is_kept_out_in_the_light_and_in_the_dark() throws SQLException {
    var pages = pages();
    person.look("login");
    person.dark();
    person.look("login-dark");
    person.logIn(Venue.OPERATOR_KEY);

    pages.forEach(
        (name, path) -> {
          person.light();
          person.open(path);
          person.look(name);
          person.dark();
          person.look(name + "-dark");
          assertThat(browser.executeScript("return window.owned")).as(name).isNull();
          assertThat(browser.findElements(By.cssSelector("[data-owned], b"))).as(name).isEmpty();
        });

    assertThat(person.complaints().lines().filter(line -> !line.contains("404"))).isEmpty();
  }

  @Test
  void a_form_with_faults_keeps_nobody_out() throws SQLException {
    var pages = pages();
    person.logIn(Venue.OPERATOR_KEY);
    var empty = new LinkedHashMap<String, String>();
    empty.put("refund", "amount");
    empty.put("resolve", "reason");
    empty.put("subscription-price", "amount");
    empty.put("gateway-form", "settings.merchant_id");
    empty.put("dunning", "retry_after");
    empty.put("test-clock", "advance_to");
    empty.put("keys", "name");
    empty.put("site", "name");
    empty.put("site-new", "name");

    empty.forEach(
        (name, field) -> {
          person.light();
          person.open(Objects.requireNonNull(pages.get(name), name));
          person.type(field, name.equals("refund") || name.equals("dunning") ? "much" : "");
          // The browser's own checks are left out: what the server says is what is looked at.
          var _ =
              browser.executeScript(
                  "const form = arguments[0].form; form.noValidate = true; form.requestSubmit()",
                  person.field(field));
          person.seesFaults();
          person.look(name + "-faults");
          person.dark();
          person.look(name + "-faults-dark");
        });

    assertThat(person.complaints()).isEmpty();
  }

  @Test
  void what_nobody_could_prove_is_decided_on_the_page_with_a_reason() throws SQLException {
    var site = seller.site("The Doubtful");
    var merchant = seller.configured(site);
    var card = seller.card(site, seller.customer(site));
    var lost = seller.inDoubt(site, merchant, card);
    person.logIn(Venue.OPERATOR_KEY);
    person.open("/dashboard/sites/" + site + "/charges/" + lost);
    person.sees("Needs attention");
    person.press("Resolve…");

    person.press("Write it down");
    person.sees("Say why, in at most 500 characters");
    person.tick("decision", "absent");
    person.type("reason", "The business center shows nothing under its reference.");
    person.press("Write it down");

    person.sees("Your decision is written down.");
    person.sees("The business center shows nothing under its reference.");
    var decided = venue.api().get("/v1/sites/" + site + "/charges/" + lost).body();
    assertThat(decided.path("status").asText()).isEqualTo("failed");
    assertThat(decided.path("needs_attention").asBoolean()).isFalse();
  }

  @Test
  void a_keyboard_sets_a_gateway_up_and_gives_money_back() {
    var site = seller.site("The Keyboard");
    var merchant = venue.merchant();
    browser.findElement(By.id("key"));
    person.keys(Venue.OPERATOR_KEY, Keys.ENTER);
    person.sees("Overview");
    person.open("/dashboard/sites/" + site);
    for (var link : new String[] {"Integrations", "CyberSource", "Configure CyberSource"}) {
      person.tabTo(link);
      person.keys(Keys.ENTER);
    }
    person.sees("Merchant ID");
    person.tabTo(focused -> "environment".equals(focused.getDomAttribute("name")));
    person.keys(Keys.SPACE);
    person.tabTo("settings.merchant_id");
    person.keys(merchant.id());
    person.tabTo("settings.key_id");
    person.keys(merchant.keyId());
    person.tabTo("settings.secret_key");
    person.keys(merchant.secret());
    person.tabTo(focused -> "supported_currency".equals(focused.getDomAttribute("id")));
    person.keys("EUR");
    person.tabTo(focused -> "status".equals(focused.getDomAttribute("id")));
    person.keys("Enabled");
    person.tabTo("Save");
    person.keys(Keys.ENTER);
    person.sees("Saved.");

    var card = seller.card(site, seller.customer(site));
    var charge = seller.charged(site, card, 1990, Map.of()).id();
    person.tabTo("Charges");
    person.keys(Keys.ENTER);
    person.sees("EUR 19.90");
    person.tabTo(focused -> href(focused).endsWith(charge));
    person.keys(Keys.ENTER);
    person.tabTo("Refund…");
    person.keys(Keys.ENTER);
    person.sees("Go on");
    person.tabTo("amount");
    person.keys(Keys.chord(Keys.CONTROL, "a"), "7.50");
    person.tabTo("Go on");
    person.keys(Keys.ENTER);
    person.sees("Give back EUR 7.50?");
    person.tabTo(
        focused -> focused.getTagName().equals("button") && focused.getText().startsWith("Yes"));
    person.keys(Keys.ENTER);

    person.sees("The refund was asked for");
    var now = venue.api().get("/v1/sites/" + site + "/charges/" + charge).body();
    assertThat(now.path("amount_refunded").asLong()).isEqualTo(750);
  }

  private static String href(WebElement element) {
    var href = element.getDomAttribute("href");
    return href == null ? "" : href;
  }

  @Test
  void a_form_without_the_token_of_its_session_does_nothing() {
    var site = seller.site("The Guarded");
    person.logIn(Venue.OPERATOR_KEY);
    for (var token : new String[] {"", "0".repeat(64)}) {
      person.open("/dashboard/sites/" + site + "/settings");
      person.type("name", "Somebody else's");
      var _ =
          browser.executeScript(
              "document.querySelectorAll('[name=csrf]').forEach(one => { one.value = arguments[0];"
                  + " })",
              token);
      person.press("Save");

      person.sees("Nothing was done");
      assertThat(venue.api().get("/v1/sites/" + site).text("/name")).isEqualTo("The Guarded");
    }
  }
}
