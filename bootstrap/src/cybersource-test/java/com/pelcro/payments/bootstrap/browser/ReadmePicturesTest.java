package com.pelcro.payments.bootstrap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.simulator.browser.WithBrowser;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;

/// Takes the pictures that the project's front page shows; `-Dpictures` keeps them.
@ExtendWith({WithBrowser.class, AtVenue.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReadmePicturesTest {

  private static final int CHARGES = 24;

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

  @Test
  void a_busy_month_is_worth_a_picture() throws SQLException {
    var site = seller.site("The Daily");
    var merchant = seller.configured(site);
    var customer = seller.customer(site);
    var card = seller.card(site, customer);
    for (int number = 1; number <= CHARGES; number++) {
      var amount = 990 + 137L * number;
      if (number % 7 == 0) {
        var reason = number % 2 == 0 ? "INSUFFICIENT_FUND" : "EXPIRED_CARD";
        venue.script(merchant, amount, Map.of("kind", "decline", "reason", reason));
      }
      var _ = seller.charged(site, card, amount, Map.of("reference", "INV-" + (1000 + number)));
    }
    venue.change(
        "UPDATE charges SET created_at = created_at - (amount %% 27) * interval '1 day' WHERE site_id = '%s'"
            .formatted(site));
    var _ = seller.subscribed(site, customer, card);
    var charge = seller.charged(site, card, 4900, Map.of("reference", "INV-2001"));
    var _ =
        venue
            .api()
            .post(
                "/v1/sites/" + site + "/charges/" + charge.id() + "/refunds",
                Map.of("amount", 1500));
    person.comesAnew();
    person.logIn(Venue.OPERATOR_KEY);
    var home = "/dashboard/sites/" + site;

    shown(home, "Thirty days", "overview");
    person.open(home + "/charges/" + charge.id());
    browser.findElement(By.cssSelector(".timeline summary")).click();
    person.show("charge");
    shown(home + "/integrations/cybersource/configure", "Merchant ID", "gateway");
    person.dark();
    shown(home + "/charges", "EUR 49.00", "charges-dark");
    person.light();

    assertThat(person.complaints()).isEmpty();
  }

  private void shown(String path, String text, String name) {
    person.open(path);
    person.sees(text);
    person.show(name);
  }
}
