package com.pelcro.payments.http.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.http.Service;
import com.pelcro.payments.http.Shop;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DownloadTest {

  private final Service service = Service.start();
  private final Shop shop = Shop.open(service);
  private final Visitor visitor = Visitor.holding(service, shop.key());
  private final String home = "/dashboard/sites/" + shop.site();

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void charges_are_downloaded_as_they_are_looked_for() {
    var method = shop.method();
    var wanted = shop.charge(method, 1990, ", \"reference\": \"INV & 7\"").id();
    var other = shop.charge(method, 2500, ", \"reference\": \"INV & 7\"").id();
    var page = visitor.get(home + "/charges?reference=INV+%26+7&amount=19.90").text();

    var link = Pattern.compile("href=\"([^\"]*charges\\.csv[^\"]*)\" download").matcher(page);
    assertThat(link.find()).isTrue();
    var csv = visitor.get(link.group(1).replace("&amp;", "&"));
    assertThat(csv.status()).isEqualTo(200);
    assertThat(csv.header("Content-Type")).isEqualTo("text/csv; charset=utf-8");
    assertThat(csv.header("Content-Disposition")).contains("attachment");
    assertThat(csv.text()).contains(wanted).doesNotContain(other);
    assertThat(visitor.get(home + "/charges.csv").text()).contains(wanted, other);
  }

  @Test
  void refunds_and_renewals_are_downloaded_whole() {
    var subscription = shop.subscribe(shop.method(), "").id();

    assertThat(visitor.get(home + "/renewals.csv").text()).contains(subscription);
    assertThat(visitor.get(home + "/refunds.csv").text().lines()).hasSize(1);
  }

  @Test
  void what_cannot_be_read_leads_back_to_the_page_that_says_so() {
    var seen = visitor.get(home + "/charges.csv?amount=much");

    assertThat(seen.status()).isEqualTo(303);
    assertThat(seen.location()).isEqualTo(home + "/charges?amount=much");
  }

  @Test
  void nothing_is_downloaded_without_a_session() {
    assertThat(Visitor.to(service).get(home + "/charges.csv").status()).isEqualTo(303);
  }
}
