package com.pelcro.payments.http.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.pelcro.payments.domain.decline.DeclineCode;
import com.pelcro.payments.domain.gateway.Outcome;
import com.pelcro.payments.http.Answer;
import com.pelcro.payments.http.Service;
import com.pelcro.payments.http.Shop;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportRoutesTest {

  private static final String NOTES =
      ", \"reference\": \"=cmd|' /C calc'!A0\", \"description\": \"March, \\\"Daily\\\"\"";

  private final Service service = Service.start();
  private final Shop shop = Shop.open(service);

  @AfterEach
  void stop() {
    service.close();
  }

  private Answer summary(String query) {
    return shop.client().get(shop.path("/reports/summary" + query));
  }

  private Answer table(String below) {
    return shop.client().get(shop.path(below));
  }

  private static List<String> lines(Answer answer) {
    assertThat(answer.text()).endsWith("\r\n");
    return List.of(answer.text().split("\r\n", -1)).subList(0, (int) answer.text().lines().count());
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::toString).toList();
  }

  private Answer declined(String method, long amount) {
    service.gateway().next(new Outcome.Declined(DeclineCode.INSUFFICIENT_FUNDS));
    return shop.charge(method, amount);
  }

  @Test
  void a_summary_counts_charges_by_day_currency_status_and_network() {
    var method = shop.method();
    shop.charge(method, 1000);
    service.clock().pass(Duration.ofDays(1));
    shop.charge(method, 500);
    declined(method, 200);

    var charges = summary("").json().path("charges");

    assertThat(charges.path("count").asInt()).isEqualTo(3);
    assertThat(charges.path("approval_rate").asDouble()).isEqualTo(0.6667);
    assertThat(texts(charges.path("by_day")))
        .containsExactly(
            figures("\"date\":\"2026-03-02\",", 1, 1000, 1000, 1, 0),
            figures("\"date\":\"2026-03-03\",", 2, 700, 500, 1, 1));
    assertThat(texts(charges.path("by_currency")))
        .containsExactly(figures("", 3, 1700, 1500, 2, 1));
    assertThat(texts(charges.path("by_status")))
        .containsExactly(
            figures("\"status\":\"captured\",", 2, 1500, 1500, 2, 0),
            figures("\"status\":\"declined\",", 1, 200, 0, 0, 1));
    assertThat(texts(charges.path("by_card_network")))
        .containsExactly(figures("\"card_network\":\"visa\",", 3, 1700, 1500, 2, 1));
    assertThat(texts(summary("").json().path("declines")))
        .containsExactly(
            "{\"code\":\"insufficient_funds\",\"currency\":\"EUR\",\"count\":1,\"amount\":200}");
  }

  private static String figures(
      String what, int count, int amount, int captured, int approved, int declined) {
    return ("{%s\"currency\":\"EUR\",\"count\":%d,\"amount\":%d,\"amount_captured\":%d,"
            + "\"approved\":%d,\"declined\":%d}")
        .formatted(what, count, amount, captured, approved, declined);
  }

  @Test
  void a_summary_of_nothing_is_empty_and_knows_no_rate() {
    var summary = summary("");

    assertThat(summary.status()).isEqualTo(200);
    assertThat(summary.at("/from")).isEqualTo("2026-02-01T00:00:00.000Z");
    assertThat(summary.at("/to")).isEqualTo("2026-03-03T00:00:00.000Z");
    assertThat(summary.json().at("/charges/approval_rate").isNull()).isTrue();
    assertThat(summary.json().at("/charges/by_day")).isEmpty();
    assertThat(summary.json().path("due")).isEmpty();
  }

  @Test
  void refunds_renewals_and_what_is_due_are_counted() {
    var method = shop.method();
    var charge = shop.charge(method, 1000).id();
    shop.client().post(shop.path("/charges/" + charge + "/refunds"), "{\"amount\": 300}");
    shop.subscribe(method, "");
    service.clock().pass(Duration.ofDays(31));
    service.gateway().next(new Outcome.Declined(DeclineCode.INSUFFICIENT_FUNDS));
    service.renew(Duration.ofHours(1));

    var open = summary("?from=2026-03-01").json();
    service.renew(Duration.ofDays(2));
    var paid = summary("?from=2026-03-01").json();

    assertThat(texts(open.path("refunds")))
        .containsExactly(
            "{\"date\":\"2026-03-02\",\"status\":\"succeeded\",\"currency\":\"EUR\",\"count\":1,"
                + "\"amount\":300}");
    assertThat(open.at("/renewals/attempted").asInt()).isEqualTo(1);
    assertThat(open.at("/renewals/open").asInt()).isEqualTo(1);
    assertThat(texts(open.path("due")))
        .contains("{\"date\":\"2026-04-03\",\"currency\":\"EUR\",\"count\":1,\"amount\":1000}");
    assertThat(paid.at("/renewals/recovered_by_retry").asInt()).isEqualTo(1);
    assertThat(paid.at("/renewals/by_outcome/0").toString())
        .isEqualTo(
            "{\"outcome\":\"recovered_by_retry\",\"currency\":\"EUR\",\"count\":1,"
                + "\"amount\":1000}");
    assertThat(texts(paid.path("due")))
        .containsExactly(
            "{\"date\":\"2026-05-02\",\"currency\":\"EUR\",\"count\":1,\"amount\":1000}");
  }

  @Test
  void a_day_at_the_end_belongs_to_the_period_and_a_time_does_not() {
    shop.charge(shop.method(), 1000);

    assertThat(count("?from=2026-03-02&to=2026-03-02")).isEqualTo(1);
    assertThat(count("?from=2026-03-03&to=2026-03-03")).isZero();
    assertThat(count("?from=2026-03-01&to=2026-03-02T08:00:00.250Z")).isZero();
    assertThat(count("?from=2026-03-02T08:00:00.250Z&to=2026-03-02T08:00:00.251Z")).isEqualTo(1);
  }

  private int count(String query) {
    return summary(query).json().at("/charges/count").asInt();
  }

  @ParameterizedTest
  @CsvSource({
    "?from=2026-03-02&to=2026-03-01, /query/to",
    "?from=2026-03-02T00:00:00Z&to=2026-03-02T00:00:00Z, /query/to",
    "?from=2025-01-01&to=2026-02-05, /query/to",
    "?from=yesterday, /query/from",
    "?to=2026-02-30, /query/to",
    "?from=0001-01-01, /query/from",
    "?from=2026-03-01&from=2026-03-02, /query/from",
    "?form=2026-03-01, /query/form"
  })
  void a_period_that_cannot_be_is_named_by_its_field(String query, String pointer) {
    var answer = summary(query);

    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.pointers()).containsExactly(pointer);
  }

  @Test
  void four_hundred_days_are_not_too_many() {
    assertThat(summary("?from=2025-01-01&to=2026-02-04").status()).isEqualTo(200);
  }

  @Test
  void charges_are_a_table() {
    var method = shop.method();
    var charge = shop.charge(method, 1000, NOTES);

    var table = table("/charges.csv");

    assertThat(table.status()).isEqualTo(200);
    assertThat(table.header("Content-Type")).isEqualTo("text/csv; charset=utf-8");
    assertThat(table.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"charges.csv\"");
    assertThat(lines(table))
        .containsExactly(
            "id,created_at,status,amount,currency,amount_captured,amount_refunded,customer,"
                + "payment_method,card_network,card_last4,subscription,renewal,decline_code,"
                + "failure_code,gateway_transaction_id,reference,description,updated_at",
            String.join(
                ",",
                charge.id(),
                "2026-03-02T08:00:00.250Z,captured,1000,EUR,1000,0",
                charge.at("/customer"),
                method,
                "visa,1111,,,,",
                charge.at("/gateway/transaction_id"),
                "'=cmd|' /C calc'!A0,\"March, \"\"Daily\"\"\",2026-03-02T08:00:00.250Z"));
  }

  @Test
  void a_table_of_nothing_has_its_names() {
    assertThat(lines(table("/charges.csv"))).hasSize(1);
    assertThat(lines(table("/refunds.csv"))).hasSize(1);
    assertThat(lines(table("/renewals.csv"))).hasSize(1);
  }

  @Test
  void a_table_goes_on_over_many_pages() {
    var method = shop.method();
    var ids = IntStream.range(0, 250).mapToObj(at -> shop.charge(method, 100 + at).id()).toList();

    var lines = lines(table("/charges.csv"));

    assertThat(lines.subList(1, lines.size()))
        .extracting(line -> line.substring(0, line.indexOf(',')))
        .containsExactlyElementsOf(ids.reversed());
  }

  @Test
  void tables_take_the_filters_of_their_lists() {
    var method = shop.method();
    var charge = shop.charge(method, 1000, ", \"reference\": \"INV-7\"");
    declined(method, 500);
    var refunds = shop.path("/charges/" + charge.id() + "/refunds");
    var refund = shop.client().post(refunds, "{\"amount\": 300, \"reason\": \"+late\"}").id();
    var subscription = shop.subscribe(method, "").id();

    assertThat(lines(table("/charges.csv?status=declined"))).hasSize(2);
    assertThat(lines(table("/charges.csv?reference=INV-7")).get(1)).startsWith(charge.id());
    assertThat(lines(table("/charges.csv?customer=" + shop.customer()))).hasSize(4);
    assertThat(lines(table("/charges.csv?created_before=2026-03-02T08:00:00.250Z"))).hasSize(1);
    assertThat(lines(table("/refunds.csv?status=succeeded&charge=" + charge.id())).get(1))
        .startsWith(refund + ",2026-03-02T08:00:00.250Z,succeeded,300,EUR," + charge.id())
        .contains(",'+late,");
    assertThat(lines(table("/refunds.csv?status=failed"))).hasSize(1);
    assertThat(lines(table("/renewals.csv?status=scheduled&subscription=" + subscription)))
        .hasSize(2)
        .anyMatch(line -> line.endsWith(",2026-04-02T08:00:00.250Z,2026-03-02T08:00:00.250Z"));
    assertThat(lines(table("/renewals.csv?starts_before=2026-03-03T00:00:00Z")).get(1))
        .contains(subscription + "," + shop.customer() + ",0,2026-03-02T08:00:00.250Z")
        .contains(",paid,1000,EUR,1,0,ch_");
  }

  @ParameterizedTest
  @CsvSource({
    "/charges.csv?status=lost, /query/status",
    "/charges.csv?limit=5, /query/limit",
    "/refunds.csv?charge=re_1, /query/charge",
    "/renewals.csv?starts_after=soon, /query/starts_after"
  })
  void a_filter_that_cannot_be_is_named(String below, String pointer) {
    var answer = table(below);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.pointers()).containsExactly(pointer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/reports/summary", "/charges.csv", "/refunds.csv", "/renewals.csv"})
  void reports_are_open_to_the_site_and_the_operator_alone(String below) {
    var other = Shop.open(service);

    assertThat(service.anyone().get(shop.path(below)).status()).isEqualTo(401);
    assertThat(other.client().get(shop.path(below)).status()).isEqualTo(404);
    assertThat(service.operator().get(shop.path(below)).status()).isEqualTo(200);
    assertThat(service.operator().get("/v1/sites/site_01m82qkpy8e00a9krzp26das3b" + below).status())
        .isEqualTo(404);
  }

  @Test
  void a_table_is_sent_to_who_takes_one() {
    assertThat(taking("text/csv")).isEqualTo(200);
    assertThat(taking("text/*;q=0.5")).isEqualTo(200);
    assertThat(taking("*/*")).isEqualTo(200);
    assertThat(taking("application/json")).isEqualTo(406);
    assertThat(taking("text/csv;q=0")).isEqualTo(406);
  }

  private int taking(String accept) {
    return shop.client().with("Accept", accept).get(shop.path("/charges.csv")).status();
  }
}
