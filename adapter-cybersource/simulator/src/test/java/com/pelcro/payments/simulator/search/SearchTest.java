package com.pelcro.payments.simulator.search;

import static com.pelcro.payments.simulator.TestRequests.authorization;
import static com.pelcro.payments.simulator.TestRequests.code;
import static com.pelcro.payments.simulator.TestRequests.order;
import static com.pelcro.payments.simulator.TestRequests.sale;
import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.simulator.Simulator;
import com.pelcro.payments.simulator.SimulatorOptions;
import com.pelcro.payments.simulator.TestMerchant;
import com.pelcro.payments.simulator.TestMerchant.Answer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchTest {

  private static final String PAYMENTS = "/pts/v2/payments";

  private Simulator simulator;
  private TestMerchant merchant;

  @BeforeAll
  void start() {
    simulator = Simulator.start(SimulatorOptions.ephemeral());
    merchant = TestMerchant.standard(simulator);
  }

  @AfterAll
  void stop() {
    simulator.close();
  }

  @AfterEach
  void calm() {
    merchant.own("POST", "/simulator/reset", "");
  }

  private Answer search(String query) {
    return search(query, 0, 20);
  }

  private Answer search(String query, int offset, int limit) {
    var body =
        """
        {"query": "%s", "sort": "submitTimeUtc:desc", "timezone": "GMT", "offset": %d, "limit": %d}\
        """
            .formatted(query, offset, limit);
    return merchant.post("/tss/v2/searches", body);
  }

  private static String byCode(String code) {
    return "clientReferenceInformation.code:" + code;
  }

  @Test
  void a_sale_is_found_by_its_code() {
    var code = code();
    var id = merchant.post(PAYMENTS, sale(code, "19.90")).at("id");
    var found = search(byCode(code) + " AND submitTimeUtc:[NOW/DAY-1DAY TO NOW/HOUR+1HOUR}");
    assertThat(found.status()).isEqualTo(201);
    assertThat(found.json().path("totalCount").asInt()).isEqualTo(1);
    var hit = found.json().at("/_embedded/transactionSummaries/0");
    assertThat(hit.path("id").asText()).isEqualTo(id);
    assertThat(hit.at("/applicationInformation/rCode").asText()).isEqualTo("1");
    assertThat(hit.at("/applicationInformation/applications").findValuesAsText("name"))
        .containsExactly("ics_auth", "ics_bill");
    assertThat(hit.at("/orderInformation/amountDetails/totalAmount").asText()).isEqualTo("19.90");
    assertThat(hit.at("/_links/transactionDetail/href").asText())
        .isEqualTo(simulator.url() + "/tss/v2/transactions/" + id);
  }

  @Test
  void a_decline_is_found_too() {
    var code = code();
    merchant.post(PAYMENTS, sale(code, "2051.00"));
    var hit =
        search(byCode(code)).json().at("/_embedded/transactionSummaries/0/applicationInformation");
    assertThat(hit.path("rCode").asText()).isEqualTo("0");
    assertThat(hit.path("reasonCode").asText()).isEqualTo("204");
    assertThat(hit.path("applications").size()).isEqualTo(1);
  }

  @Test
  void a_failure_inside_the_gateway_is_no_decline() {
    var code = code();
    merchant.post(PAYMENTS, sale(code, "2006.00"));
    assertThat(
            search(byCode(code))
                .at("_embedded.transactionSummaries.0.applicationInformation.rCode"))
        .isEqualTo("-1");
  }

  @Test
  void follow_ons_are_found_by_their_own_codes() {
    var payment = merchant.post(PAYMENTS, sale(code(), "5.00")).at("id");
    var code = code();
    var refund = merchant.post(PAYMENTS + "/" + payment + "/refunds", order(code, "5.00")).at("id");
    var hit = search(byCode(code)).json().at("/_embedded/transactionSummaries/0");
    assertThat(hit.path("id").asText()).isEqualTo(refund);
    assertThat(hit.at("/applicationInformation/applications/0/name").asText())
        .isEqualTo("ics_credit");
    var details = merchant.get("/tss/v2/transactions/" + refund);
    assertThat(details.at("rootId")).isEqualTo(payment);
    assertThat(
            merchant.get("/tss/v2/transactions/" + payment).at("_links.relatedTransactions.0.href"))
        .endsWith(refund);
  }

  @Test
  void nothing_found_has_nothing_embedded() {
    var found = search(byCode("NOBODY"));
    assertThat(found.status()).isEqualTo(201);
    assertThat(found.json().path("count").asInt()).isZero();
    assertThat(found.json().has("_embedded")).isFalse();
  }

  @Test
  void details_spell_their_time_differently() {
    var id = merchant.post(PAYMENTS, authorization(code(), "5.00")).at("id");
    var details = merchant.get("/tss/v2/transactions/" + id);
    assertThat(details.status()).isEqualTo(200);
    assertThat(details.json().has("submitTimeUTC")).isTrue();
    assertThat(details.json().has("submitTimeUtc")).isFalse();
    assertThat(details.json().at("/applicationInformation/reasonCode").isNumber()).isTrue();
    assertThat(details.at("orderInformation.amountDetails.authorizedAmount")).isEqualTo("5.00");
    assertThat(merchant.get("/tss/v2/transactions/7000000000000000000000").status()).isEqualTo(404);
  }

  @Test
  void pages_follow_one_another() {
    for (var i = 0; i < 3; i++) {
      merchant.post(PAYMENTS, sale(code(), "1.00"));
    }
    var first = search("merchantId:acme_test", 0, 2).json();
    assertThat(first.path("count").asInt()).isEqualTo(2);
    assertThat(first.path("totalCount").asInt()).isEqualTo(3);
    var second = search("merchantId:acme_test", 2, 2);
    assertThat(second.json().path("count").asInt()).isEqualTo(1);
    assertThat(search("merchantId:acme_test", 3, 2).json().has("_embedded")).isFalse();
    var again = merchant.get("/tss/v2/searches/" + second.at("searchId"));
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text()).isEqualTo(second.text());
  }

  @Test
  void a_period_is_read_oldest_first() {
    var first = code();
    merchant.post(PAYMENTS, sale(first, "1.00"));
    var second = code();
    merchant.post(PAYMENTS, sale(second, "1.00"));
    var body =
        """
        {"query": "submitTimeUtc:[%s TO %s}", "sort": "submitTimeUtc:asc", "offset": %d, "limit": 1}\
        """;
    var from = Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.SECONDS);
    var to = from.plusSeconds(120);
    var path = "_embedded.transactionSummaries.0.clientReferenceInformation.code";
    assertThat(merchant.post("/tss/v2/searches", body.formatted(from, to, 0)).at(path))
        .isEqualTo(first);
    assertThat(merchant.post("/tss/v2/searches", body.formatted(from, to, 1)).at(path))
        .isEqualTo(second);
    var before = merchant.post("/tss/v2/searches", body.formatted(from.minusSeconds(9), from, 0));
    assertThat(before.json().path("totalCount").asInt()).isZero();
  }

  @Test
  void another_merchants_payments_are_not_found() {
    var code = code();
    var id = merchant.post(PAYMENTS, sale(code, "1.00")).at("id");
    var other = TestMerchant.another(simulator);
    assertThat(other.get("/tss/v2/transactions/" + id).status()).isEqualTo(404);
    var body = "{\"query\": \"" + byCode(code) + "\", \"sort\": \"submitTimeUtc:desc\"}";
    assertThat(other.post("/tss/v2/searches", body).json().path("count").asInt()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "clientReferenceInformation.transactionId:tx%s, 1",
    "clientReferenceInformation.code:%s*, 1",
    "(clientReferenceInformation.code:%s OR id:1) AND orderInformation.amountDetails.currency:EUR,"
        + " 1",
    "clientReferenceInformation.code:%s AND orderInformation.amountDetails.currency:USD, 0",
    "clientReferenceInformation.code:%s AND submitTimeUtc:[2020-01-01T00:00:00Z TO 2021-01-01}, 0",
    "clientReferenceInformation.code:%s AND submitTimeUtc:[2020-01-01 TO *], 1",
    "clientReferenceInformation.code:\\\"%s\\\", 1"
  })
  void queries_combine(String query, int count) {
    var code = code();
    merchant.post(PAYMENTS, sale(code, "1.00"));
    assertThat(search(query.formatted(code)).json().path("count").asInt()).isEqualTo(count);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense",
        "unknown.field:1",
        "submitTimeUtc:1",
        "(id:1",
        "id:1)",
        "submitTimeUtc:[A TO B]"
      })
  void a_query_that_cannot_be_read_is_refused(String query) {
    assertThat(search(query).status()).isEqualTo(400);
  }

  @Test
  void the_index_may_lag() {
    merchant.own("PUT", "/simulator/settings", "{\"search_lag_millis\": 300}");
    var code = code();
    var id = merchant.post(PAYMENTS, sale(code, "1.00")).at("id");
    assertThat(search(byCode(code)).json().path("count").asInt()).isZero();
    assertThat(merchant.get("/tss/v2/transactions/" + id).status()).isEqualTo(404);
    Awaitility.await().until(() -> search(byCode(code)).json().path("count").asInt() == 1);
  }

  @Test
  void one_payment_may_lag_by_scenario() {
    var slow = code();
    merchant.scenario(
        """
        {"match": {"path": "/payments$", "code_prefix": "%s"},
         "effect": {"kind": "search_lag", "millis": 60000}}\
        """
            .formatted(slow));
    merchant.post(PAYMENTS, sale(slow, "1.00"));
    var quick = "Q" + code();
    merchant.post(PAYMENTS, sale(quick, "1.00"));
    assertThat(search(byCode(slow)).json().path("count").asInt()).isZero();
    assertThat(search(byCode(quick)).json().path("count").asInt()).isEqualTo(1);
  }
}
