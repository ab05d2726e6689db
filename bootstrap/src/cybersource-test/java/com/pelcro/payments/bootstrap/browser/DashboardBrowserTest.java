package com.pelcro.payments.bootstrap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.simulator.browser.Chromium;
import com.pelcro.payments.simulator.browser.WithBrowser;
import java.util.Map;
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
import org.openqa.selenium.chrome.ChromeDriver;

@ExtendWith({WithBrowser.class, AtVenue.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DashboardBrowserTest {

  private Venue venue;
  private Seller seller;
  private ChromeDriver browser;
  private Person person;

  @BeforeAll
  void open(ChromeDriver browser, Venue venue) {
    this.venue = venue;
    this.seller = new Seller(venue);
    this.browser = browser;
    person = new Person(browser, venue.url());
  }

  @BeforeEach
  void come_anew() {
    person.comesAnew();
  }

  @AfterEach
  void nothing_was_blocked_or_broken() {
    assertThat(person.complaints()).isEmpty();
  }

  @Test
  void the_documented_path_sets_a_gateway_up() {
    var site = seller.site("The Daily");
    var merchant = venue.merchant();
    person.look("login");
    person.logIn(Venue.OPERATOR_KEY);
    person.sees("Nothing can be charged yet");
    person.look("overview-new");

    person.turn("Integrations");
    person.look("integrations");
    person.follow("CyberSource");
    person.look("gateway-new");
    person.follow("Configure CyberSource");
    person.look("gateway-form");
    person.press("Save");
    person.sees("Please look at this again");
    person.look("gateway-form-faults");

    person.tick("environment", "sandbox");
    person.type("settings.merchant_id", merchant.id());
    person.type("settings.key_id", merchant.keyId());
    person.type("settings.secret_key", merchant.secret());
    person.choose("supported_currency", "EUR");
    person.choose("status", "enabled");
    person.type("additional_supported_sites", "https://shop.daily.example");
    person.press("Save");

    person.sees("Saved.");
    person.sees("No real money moves here");
    person.press("Test connection");
    person.sees("It works");
    person.look("gateway");
    var stored = venue.api().get("/v1/sites/" + site + "/integrations/cybersource").body();
    assertThat(stored.at("/settings/merchant_id").asText()).isEqualTo(merchant.id());
    assertThat(stored.at("/supported_currency").asText()).isEqualTo("EUR");
    assertThat(stored.at("/additional_supported_sites/0").asText())
        .isEqualTo("https://shop.daily.example");
    person.press("Log out");
    person.sees("Log in");
  }

  @Test
  void money_is_given_back_from_the_page_once() {
    var site = seller.site("The Weekly");
    var _ = seller.configured(site);
    var card = seller.card(site, seller.customer(site));
    var charge =
        seller.charged(
            site,
            card,
            1990,
            Map.of(
                "reference",
                Seller.MARKUP,
                "description",
                Seller.MARKUP,
                "metadata",
                Map.of("plan", Seller.MARKUP)));
    assertThat(charge.status()).as("%s", charge.body()).isEqualTo(201);
    var _ = seller.charged(site, card, 2500, Map.of("reference", "INV-8"));
    person.logIn(Venue.OPERATOR_KEY);
    person.open("/dashboard/sites/" + site + "/charges");
    person.sees("EUR 25.00");
    person.look("charges");

    person.type("amount", "19.90" + Keys.TAB);
    person.seesNoMore("EUR 25.00");
    assertThat(browser.findElement(By.id("results")).getText()).contains("EUR 19.90");
    assertThat(browser.getCurrentUrl()).contains("amount=19.90");

    person.open("/dashboard/sites/" + site + "/charges/" + charge.id());
    person.sees("The gateway approved the charge.");
    browser.findElement(By.cssSelector(".timeline summary")).click();
    person.look("charge");
    assertThat(browser.executeScript("return window.owned")).isNull();
    assertThat(person.text()).contains(Seller.MARKUP);

    person.press("Refund…");
    person.look("refund");
    person.type("amount", "5.00");
    person.press("Go on");
    person.sees("Give back EUR 5.00?");
    person.look("refund-sure");
    var twice =
        """
        const button = [...document.querySelectorAll('main button')].at(-1);
        button.click();
        button.click();
        """;
    var _ = browser.executeScript(twice);
    person.sees("The refund was asked for");
    person.look("charge-refunded");
    var now = venue.api().get("/v1/sites/" + site + "/charges/" + charge.id()).body();
    assertThat(now.path("amount_refunded").asLong()).isEqualTo(500);
  }

  @Test
  void a_phone_shows_everything_too() {
    var site = seller.site("The Monthly");
    var _ = seller.configured(site);
    var charge =
        seller.charged(
            site, seller.card(site, seller.customer(site)), 1990, Map.of("reference", "INV-9"));
    browser.manage().window().setSize(Chromium.PHONE);
    person.logIn(Venue.OPERATOR_KEY);

    for (var page : new String[] {"", "/charges", "/charges/" + charge.id(), "/integrations"}) {
      person.open("/dashboard/sites/" + site + page);
      person.look("phone" + page.replace(charge.id(), "one").replace('/', '-'));
      assertThat(browser.executeScript("return document.documentElement.scrollWidth"))
          .as(page)
          .isEqualTo(browser.executeScript("return document.documentElement.clientWidth"));
    }
  }

  @Test
  void a_key_is_made_on_the_page_and_opens_its_site() {
    var site = seller.site("The Key Bearer");
    person.logIn(Venue.OPERATOR_KEY);
    person.open("/dashboard/sites/" + site + "/keys");
    person.type("name", "web shop");
    person.press("Make the key");
    person.sees("it is shown this once");
    var key = browser.findElement(By.cssSelector(".secret code")).getText();
    person.press("Log out");

    person.logIn(key);

    person.sees("The Key Bearer");
    assertThat(person.text()).doesNotContain("All sites", "Reconciliation");
  }

  @Test
  void what_happens_shows_up_by_itself() {
    var site = seller.site("The Ticker");
    var _ = seller.configured(site);
    var card = seller.card(site, seller.customer(site));
    person.logIn(Venue.OPERATOR_KEY);
    person.open("/dashboard/sites/" + site + "/events");
    person.sees("payment_method.saved");
    assertThat(person.text()).doesNotContain("charge.captured");

    var _ = seller.charged(site, card, 1990, Map.of());

    person.sees("charge.captured");
    person.look("events");
  }

  @Test
  void a_keyboard_is_enough() {
    var site = seller.site("The Keys");
    person.open("/dashboard/login");
    person.keys(Venue.OPERATOR_KEY, Keys.ENTER);
    person.sees("Overview");
    person.open("/dashboard/sites/" + site);

    person.keys(Keys.TAB);
    assertThat(browser.switchTo().activeElement().getText()).isEqualTo("Skip to the content");
    person.tabTo("Integrations");
    person.keys(Keys.ENTER);
    person.sees("Choose the one to set up");
    person.tabTo("CyberSource");
    person.keys(Keys.ENTER);
    person.tabTo("Configure CyberSource");
    person.keys(Keys.ENTER);
    person.tabTo("settings.merchant_id");
    person.keys("acme");
    person.tabTo("Save");
    person.keys(Keys.ENTER);

    person.sees("Please look at this again");
    assertThat(browser.switchTo().activeElement().getDomAttribute("id")).isEqualTo("faults");
  }
}
