package com.pelcro.payments.http.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.domain.decline.DeclineCode;
import com.pelcro.payments.domain.gateway.Outcome;
import com.pelcro.payments.http.Service;
import com.pelcro.payments.http.Shop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OverviewPageTest {

  private final Service service = Service.start();
  private final Shop shop = Shop.open(service);
  private final Visitor visitor = Visitor.holding(service, shop.key());

  @AfterEach
  void stop() {
    service.close();
  }

  private String page() {
    return visitor.get("/dashboard/sites/" + shop.site()).text();
  }

  @Test
  void what_was_charged_is_drawn_and_every_number_stands_in_a_table_too() {
    var method = shop.method();
    shop.charge(method, 1990, "");
    shop.charge(method, 2510, "");
    service.gateway().next(new Outcome.Declined(DeclineCode.INSUFFICIENT_FUNDS));
    shop.charge(method, 700, "");

    var page = page();

    assertThat(page)
        .contains("EUR 45.00 were captured in 30 days.")
        .contains("<title id=\"volume-eur-title\">Captured per day, EUR</title>")
        .contains("66.7 %: of the charges that issuers answered in 30 days, 2 were approved")
        .contains("Insufficient funds is the most frequent reason")
        .containsPattern("<th scope=\"row\">Insufficient funds</th><td class=\"number\">1</td>")
        .containsPattern("<th scope=\"row\">\\d+ \\w+</th><td class=\"number\">EUR 45.00</td>")
        .containsPattern(
            "<th scope=\"row\">Today</th><td class=\"number\">3</td><td class=\"number\">EUR 45.00")
        .contains("<rect class=\"good\"")
        .doesNotContain("style=");
  }

  @Test
  void a_site_that_did_nothing_is_told_so() {
    assertThat(page())
        .contains("Nothing was declined in 30 days.")
        .contains("Nothing to draw yet.")
        .contains("No answers")
        .doesNotContain("<rect");
  }

  @Test
  void what_waits_for_an_answer_is_drawn_by_its_age() {
    var method = shop.method();
    service.gateway().loseNextReply();
    shop.charge(method, 1990, "");

    assertThat(page())
        .contains("1 charge is open.")
        .contains("<th scope=\"row\">Under five minutes</th><td class=\"number\">1</td>");
  }
}
