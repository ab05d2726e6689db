package com.pelcro.payments.simulator.sdk;

import static com.pelcro.payments.simulator.TestRequests.authorization;
import static com.pelcro.payments.simulator.TestRequests.code;
import static com.pelcro.payments.simulator.TestRequests.order;
import static com.pelcro.payments.simulator.TestRequests.sale;
import static com.pelcro.payments.simulator.sdk.SdkClient.read;
import static com.pelcro.payments.simulator.sdk.SdkClient.refused;
import static org.assertj.core.api.Assertions.assertThat;

import Api.CaptureApi;
import Api.PaymentsApi;
import Api.SearchTransactionsApi;
import Api.TransactionDetailsApi;
import Invokers.ApiException;
import Model.CapturePaymentRequest;
import Model.CreatePaymentRequest;
import Model.CreateSearchRequest;
import Model.TssV2TransactionsPost201Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SdkSearchTest {

  private SdkClient sdk;
  private SearchTransactionsApi searches;
  private TransactionDetailsApi details;

  @BeforeAll
  void start() {
    sdk = SdkClient.start();
    searches = new SearchTransactionsApi(sdk.api());
    details = new TransactionDetailsApi(sdk.api());
  }

  @AfterEach
  void fits() {
    sdk.nothingWasLeftOver();
  }

  @AfterAll
  void stop() {
    sdk.close();
  }

  @Test
  void a_sale_is_found_by_its_code() throws ApiException {
    var code = code();
    var id = pay(sale(code, "19.90"));
    var found = search(code);
    assertThat(found.getTotalCount()).isEqualTo(1);
    var hit = found.getEmbedded().getTransactionSummaries().getFirst();
    assertThat(hit.getId()).isEqualTo(id);
    assertThat(hit.getApplicationInformation().getRCode()).isEqualTo("1");
    assertThat(searches.getSearch(found.getSearchId()).getTotalCount()).isEqualTo(1);
  }

  @Test
  void a_decline_is_found_too() throws ApiException {
    var code = code();
    pay(sale(code, "2051.00"));
    var hit = search(code).getEmbedded().getTransactionSummaries().getFirst();
    assertThat(hit.getApplicationInformation().getRCode()).isEqualTo("0");
  }

  @Test
  void nothing_found_has_no_list() throws ApiException {
    var found = search(code());
    assertThat(found.getTotalCount()).isZero();
    assertThat(found.getEmbedded()).isNull();
  }

  @Test
  void a_search_without_a_query_is_refused() {
    var refused = refused(() -> searches.createSearch(new CreateSearchRequest()));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("reason")).isEqualTo("MISSING_FIELD");
  }

  @Test
  void a_captured_hold_is_shown_in_detail() throws ApiException {
    var held = pay(authorization(code(), "19.90"));
    var captured =
        new CaptureApi(sdk.api())
            .capturePayment(read(order(code(), "10.00"), CapturePaymentRequest.class), held)
            .getId();
    var shown = details.getTransaction(held);
    assertThat(shown.getSubmitTimeUTC()).isNotBlank();
    assertThat(shown.getLinks().getRelatedTransactions().getFirst().getHref()).endsWith(captured);
    assertThat(details.getTransaction(captured).getRootId()).isEqualTo(held);
  }

  @Test
  void a_transaction_nobody_made_is_a_404() {
    var unknown = refused(() -> details.getTransaction("7412056310986400904007"));
    assertThat(unknown.status()).isEqualTo(404);
  }

  private TssV2TransactionsPost201Response search(String code) throws ApiException {
    var body =
        """
        {"save": false, "timezone": "GMT", "offset": 0, "limit": 50, "sort": "submitTimeUtc:desc",
         "query": "clientReferenceInformation.code:%s AND submitTimeUtc:[NOW/DAY-1DAY TO NOW/HOUR+1HOUR}"}\
        """
            .formatted(code);
    return searches.createSearch(read(body, CreateSearchRequest.class));
  }

  private String pay(String body) throws ApiException {
    return new PaymentsApi(sdk.api()).createPayment(read(body, CreatePaymentRequest.class)).getId();
  }
}
