package com.pelcro.payments.http.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.http.Service;
import com.pelcro.payments.http.Shop;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Events, and what the comparison of books came upon.
class FeedPagesTest {

  private static final Pattern DIFFERENCE = Pattern.compile("dif_[0-9a-z]{26}");

  private final Service service = Service.start();
  private final Shop shop = Shop.open(service);
  private final String home = "/dashboard/sites/" + shop.site();

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void events_are_shown_newest_first_and_the_page_looks_for_more() {
    var charge = shop.charge(shop.method(), 1990).id();
    var visitor = Visitor.holding(service, shop.key());

    var page = visitor.get(home + "/events").text();

    assertThat(page)
        .contains("charge.captured", home + "/charges/" + charge)
        .contains("hx-get=\"" + home + "/events?live=yes\" hx-trigger=\"every 3s\"");
    assertThat(page.indexOf("charge.captured")).isLessThan(page.indexOf("charge.pending"));
    assertThat(visitor.get(home + "/events?still=yes").text()).doesNotContain("hx-get");
    assertThat(visitor.get(home + "/events?live=yes").text())
        .startsWith("<div id=\"feed\"")
        .contains("charge.captured");
  }

  @Test
  void older_events_stand_still_on_their_own_pages() {
    var method = shop.method();
    for (int made = 0; made < 15; made++) {
      assertThat(shop.charge(method, 100 + made).status()).isEqualTo(201);
    }
    var visitor = Visitor.holding(service, shop.key());

    var first = visitor.get(home + "/events").text();
    var next = first.replaceAll("(?s).*href=\"(\\?before=\\d+)\".*", "$1");

    assertThat(visitor.get(home + "/events" + next).text())
        .contains("integration.updated", "To the newest")
        .doesNotContain("hx-get");
  }

  @Test
  void a_difference_is_explained_and_closed() {
    var method = shop.method();
    service.gateway().loseNextReply();
    var charge = shop.charge(method, 1990).id();
    service.clock().pass(Duration.ofMinutes(30));
    assertThat(service.operator().post("/v1/reconciliations", "{}").status()).isEqualTo(201);
    var operator = Visitor.operator(service);
    assertThat(operator.get(home).text()).contains("Open differences");

    var list = operator.get(home + "/reconciliation?status=open").text();
    assertThat(list).contains("Missing here", "EUR 19.90", "Complete");
    var found = DIFFERENCE.matcher(list);
    assertThat(found.find()).isTrue();
    var page = home + "/reconciliation/" + found.group();

    assertThat(operator.get(page).text())
        .contains("of which we know nothing, or nothing yet", "/charges/" + charge);
    assertThat(operator.fill(page, page, Map.of("note", "")).status()).isEqualTo(422);
    assertThat(operator.fill(page, page, Map.of("note", "asked the shop")).location())
        .isEqualTo(page + "?done=closed");
    assertThat(operator.get(page).text()).contains("asked the shop").doesNotContain("Close it");
    assertThat(operator.get(home + "/reconciliation?status=open").text())
        .contains("the books agree");
  }

  @Test
  void a_difference_belongs_to_its_site() {
    var other = Shop.open(service);
    var method = other.method();
    service.gateway().loseNextReply();
    var _ = other.charge(method, 1990);
    service.clock().pass(Duration.ofMinutes(30));
    assertThat(service.operator().post("/v1/reconciliations", "{}").status()).isEqualTo(201);
    var operator = Visitor.operator(service);
    var there = operator.get("/dashboard/sites/" + other.site() + "/reconciliation").text();
    var found = DIFFERENCE.matcher(there);
    assertThat(found.find()).isTrue();

    assertThat(operator.get(home + "/reconciliation/" + found.group()).status()).isEqualTo(404);
  }
}
