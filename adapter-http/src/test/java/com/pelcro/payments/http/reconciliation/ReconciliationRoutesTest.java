package com.pelcro.payments.http.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.http.Answer;
import com.pelcro.payments.http.Service;
import com.pelcro.payments.http.Shop;
import com.pelcro.payments.http.json.Json;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReconciliationRoutesTest {

  private static final String RUNS = "/v1/reconciliations";
  private static final String DIFFERENCES = "/v1/differences";

  private final Service service = Service.start();
  private final Shop shop = Shop.open(service);

  @AfterEach
  void stop() {
    service.close();
  }

  private Answer compare(String body) {
    return service.operator().post(RUNS, body);
  }

  /// A charge whose reply was lost, and so much time that everything should be in the books.
  private String lost() {
    var method = shop.method();
    service.gateway().loseNextReply();
    var charge = shop.charge(method, 1990);
    service.clock().pass(Duration.ofMinutes(30));
    return charge.id();
  }

  @Test
  void books_that_agree_are_compared_and_the_comparison_can_be_read_again() {
    shop.charge(shop.method(), 1990);
    service.clock().pass(Duration.ofMinutes(30));

    var compared = compare("{}");

    assertThat(compared.status()).as(compared.text()).isEqualTo(201);
    assertThat(compared.at("/status")).isEqualTo("complete");
    assertThat(compared.at("/accounts")).isEqualTo("1");
    assertThat(compared.at("/operations")).isEqualTo("2");
    assertThat(compared.at("/differences")).isEqualTo("0");
    assertThat(compared.at("/from")).isEqualTo("2026-03-02T05:25:00.250Z");
    assertThat(compared.at("/to")).isEqualTo("2026-03-02T08:25:00.250Z");
    assertThat(service.operator().get(RUNS + "/" + compared.id()).json())
        .isEqualTo(compared.json());
    assertThat(service.operator().get(RUNS).at("/data/0/id")).isEqualTo(compared.id());
  }

  @Test
  void a_difference_is_listed_shown_told_and_closed() throws Exception {
    var charge = lost();

    assertThat(compare("{}").at("/new_differences")).isEqualTo("1");

    var listed =
        service
            .operator()
            .get(DIFFERENCES + "?status=open&type=missing_here&site=" + shop.id().value());
    assertThat(listed.at("/data/0/operation/subject")).isEqualTo(charge);
    assertThat(listed.at("/data/0/there/amount")).isEqualTo("1990");
    var one = DIFFERENCES + "/" + listed.at("/data/0/id");
    var told = service.storage().recorded(shop.id()).getLast();
    assertThat(told.type()).isEqualTo("reconciliation.difference");
    assertThat(Json.read(told.json())).isEqualTo(service.operator().get(one).json());

    var closed = service.operator().post(one + "/close", "{\"note\": \"asked the shop\"}");
    assertThat(closed.status()).as(closed.text()).isEqualTo(200);
    assertThat(closed.at("/status")).isEqualTo("closed");
    assertThat(closed.at("/closing/note")).isEqualTo("asked the shop");
    assertThat(service.operator().get(one).json()).isEqualTo(closed.json());
    assertThat(service.operator().post(one + "/close", "{\"note\": \"again\"}").code())
        .isEqualTo("invalid_state");
    assertThat(service.operator().get(DIFFERENCES + "?status=open").json().at("/data")).isEmpty();
  }

  @Test
  void differences_come_page_by_page() {
    lost();
    lost();
    compare("{}");

    var page = service.operator().get(DIFFERENCES + "?limit=1");

    var cursor = page.at("/next_cursor");
    var next = service.operator().get(DIFFERENCES + "?limit=1&after=" + cursor);
    assertThat(next.at("/data/0/id")).isNotEqualTo(page.at("/data/0/id"));
    assertThat(next.json().get("next_cursor").isNull()).isTrue();
  }

  @Test
  void books_that_cannot_be_read_make_an_incomplete_comparison() {
    service.gateway().refuseNextConnection();

    var compared = compare("{\"site\": \"" + shop.id().value() + "\"}");

    assertThat(compared.status()).isEqualTo(201);
    assertThat(compared.at("/status")).isEqualTo("incomplete");
    assertThat(compared.at("/problems/0")).contains(shop.id().value());
    assertThat(compared.at("/site")).isEqualTo(shop.id().value());
  }

  @Test
  void a_period_is_named_by_its_ends() {
    var compared =
        compare("{\"from\": \"2026-03-01T00:00:00Z\", \"to\": \"2026-03-01T12:00:00Z\"}");

    assertThat(compared.at("/from")).isEqualTo("2026-03-01T00:00:00.000Z");
    assertThat(compare("{\"to\": \"2026-03-03T00:00:00Z\"}").pointers()).containsExactly("/to");
    assertThat(compare("{\"from\": \"2026-03-02T07:59:00Z\"}").pointers()).containsExactly("/from");
    assertThat(compare("{\"site\": \"" + SiteId.next().value() + "\"}").status()).isEqualTo(404);
  }
}
