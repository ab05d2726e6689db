package com.pelcro.payments.http.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.pelcro.payments.application.event.RecordedEvent;
import com.pelcro.payments.domain.decline.DeclineCode;
import com.pelcro.payments.domain.event.EventId;
import com.pelcro.payments.domain.gateway.Outcome;
import com.pelcro.payments.http.Answer;
import com.pelcro.payments.http.Service;
import com.pelcro.payments.http.Shop;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventRoutesTest {

  private final Service service = Service.start();
  private final Shop shop = Shop.open(service);
  private final String path = shop.path("/events");

  @AfterEach
  void stop() {
    service.close();
  }

  private Answer read(String query) {
    var answer = shop.client().get(path + query);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer;
  }

  private List<String> recorded() {
    return service.storage().recorded(shop.id()).stream()
        .map(RecordedEvent::id)
        .map(EventId::value)
        .toList();
  }

  private static List<String> texts(Answer page, String field) {
    return page.json().path("data").valueStream().map(item -> item.at(field).asText()).toList();
  }

  private static JsonNode last(Answer page) {
    var data = page.json().path("data");
    return data.get(data.size() - 1);
  }

  @Test
  void a_charge_is_told_as_its_get_shows_it() {
    var charge = shop.charge(shop.method(), 1990);

    var told = last(read("?type=charge.captured"));

    assertThat(told.path("type").asText()).isEqualTo("charge.captured");
    assertThat(told.path("site").asText()).isEqualTo(shop.site());
    assertThat(told.path("sequence").asLong()).isEqualTo(recorded().size());
    assertThat(told.path("id").asText()).isEqualTo(recorded().getLast());
    assertThat(told.path("created_at").asText()).isEqualTo("2026-03-02T08:00:00.250Z");
    assertThat(told.at("/object/type").asText()).isEqualTo("charge");
    assertThat(told.at("/object/id").asText()).isEqualTo(charge.id());
    assertThat(told.at("/object/sequence").asLong()).isEqualTo(2);
    assertThat(told.path("data"))
        .isEqualTo(shop.client().get(shop.path("/charges/" + charge.id())).json());
  }

  @Test
  void a_reader_comes_through_the_feed_with_each_pages_cursor_and_stays_at_its_end() {
    shop.charge(shop.method(), 1990);
    var all = recorded();

    var first = read("?limit=2");
    assertThat(texts(first, "/id")).isEqualTo(all.subList(0, 2));
    var rest = read("?after=" + first.at("/next_cursor"));
    assertThat(texts(rest, "/id")).isEqualTo(all.subList(2, all.size()));
    assertThat(rest.at("/next_cursor")).isEqualTo(all.getLast());
    var nothing = read("?after=" + all.getLast());
    assertThat(nothing.json().path("data")).isEmpty();
    assertThat(nothing.at("/next_cursor")).isEqualTo(all.getLast());
    shop.charge(shop.method(), 700);
    assertThat(texts(read("?after=" + nothing.at("/next_cursor")), "/sequence"))
        .startsWith(String.valueOf(all.size() + 1));
  }

  @Test
  void a_feed_without_events_has_no_cursor_yet() {
    var site =
        service
            .operator()
            .post("/v1/sites", "{\"name\": \"New\", \"url\": \"https://new.example\"}")
            .id();

    var page = service.operator().get("/v1/sites/" + site + "/events");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.json().path("data")).isEmpty();
    assertThat(page.json().get("next_cursor").isNull()).isTrue();
  }

  @Test
  void only_wanted_types_are_told_and_the_cursor_comes_past_the_others() {
    shop.charge(shop.method(), 1990);

    assertThat(texts(read("?type=charge.*"), "/type"))
        .containsExactly("charge.pending", "charge.captured");
    var saved = read("?type=payment_method.saved");
    assertThat(texts(saved, "/type")).containsExactly("payment_method.saved");
    assertThat(saved.at("/next_cursor")).isEqualTo(recorded().getLast());
    assertThat(read("?type=refund.*").at("/next_cursor")).isEqualTo(recorded().getLast());
  }

  @Test
  void what_becomes_of_a_subscription_and_its_renewals_is_told() {
    var subscription = shop.subscribe(shop.method(), "").id();
    shop.client().post(shop.subscriptionPath(subscription) + "/pause", "");
    shop.client().post(shop.subscriptionPath(subscription) + "/resume", "");
    service.clock().pass(Duration.ofDays(31));
    service.gateway().next(new Outcome.Declined(DeclineCode.INSUFFICIENT_FUNDS));
    service.renew(Duration.ofHours(1));
    shop.client().post(shop.subscriptionPath(subscription) + "/cancel", "{\"at\": \"now\"}");

    var first = read("?type=subscription.*");
    var rest = read("?type=subscription.*&after=" + first.at("/next_cursor"));
    assertThat(Stream.of(first, rest).flatMap(page -> texts(page, "/type").stream()))
        .containsExactly(
            "subscription.created",
            "subscription.activated",
            "subscription.paused",
            "subscription.resumed",
            "subscription.past_due",
            "subscription.canceled");
    var renewal = last(read("?type=renewal.retry_scheduled"));
    assertThat(renewal.at("/object/type").asText()).isEqualTo("renewal");
    assertThat(renewal.at("/data/subscription").asText()).isEqualTo(subscription);
    assertThat(renewal.at("/data/status").asText()).isEqualTo("retrying");
    assertThat(last(rest).path("data")).isEqualTo(shop.subscription(subscription).json());
  }

  @Test
  void a_cursor_of_another_feed_is_refused_like_one_of_none() {
    var other = Shop.open(service);
    var foreign = service.storage().recorded(other.id()).getFirst().id();

    var theirs = shop.client().get(path + "?after=" + foreign);
    var nobodys = shop.client().get(path + "?after=" + EventId.next());

    assertThat(theirs.status()).isEqualTo(400);
    assertThat(theirs.code()).isEqualTo("invalid_field");
    assertThat(theirs.pointers()).containsExactly("/query/after");
    assertThat(theirs.json().path("errors")).isEqualTo(nobodys.json().path("errors"));
    assertThat(service.operator().get("/v1/events?after=" + foreign).status()).isEqualTo(200);
    assertThat(service.operator().get("/v1/events?after=" + EventId.next()).pointers())
        .containsExactly("/query/after");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wait=31s",
        "wait=20",
        "wait=-1s",
        "wait=1.5s",
        "wait=PT20S",
        "wait=1m",
        "wait=",
        "wait=07s",
        "wait=1s&wait=2s",
        "type=charge",
        "type=*",
        "type=charge.*.x",
        "type=Charge.captured",
        "type=",
        "after=7",
        "after=ch_01m82qkpy8e00a9krzp26das3b",
        "after=",
        "limit=0",
        "limit=101",
        "limit=x"
      })
  void what_is_wrong_is_named_with_the_way_out(String query) {
    var answer = shop.client().get(path + "?" + query);

    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("invalid_field");
    assertThat(answer.pointers())
        .isNotEmpty()
        .containsOnly("/query/" + query.substring(0, query.indexOf('=')));
    assertThat(answer.json().at("/errors/0/detail").asText()).startsWith("must be ");
  }

  @Test
  void the_operator_reads_what_happened_anywhere() {
    var other = Shop.open(service);
    var here = texts(service.operator().get("/v1/events?limit=100"), "/site");

    assertThat(here).contains(shop.site(), other.site());
    assertThat(shop.client().get("/v1/events").status()).isEqualTo(403);
    assertThat(shop.client().get(other.path("/events")).status()).isEqualTo(404);
    assertThat(service.operator().get(path).json()).isEqualTo(read("").json());
  }
}
