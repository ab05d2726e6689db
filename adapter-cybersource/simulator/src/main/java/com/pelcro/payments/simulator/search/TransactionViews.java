package com.pelcro.payments.simulator.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.pelcro.payments.simulator.Application;
import com.pelcro.payments.simulator.Ledger;
import com.pelcro.payments.simulator.Source;
import com.pelcro.payments.simulator.Transaction;
import com.pelcro.payments.simulator.card.CardNetwork;
import com.pelcro.payments.simulator.http.JsonTree;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/// Transactions as searches and look-ups show them.
final class TransactionViews {

  private static final String DETAILS = "/tss/v2/transactions/";

  private final Ledger ledger;

  TransactionViews(Ledger ledger) {
    this.ledger = ledger;
  }

  /// An entry of a search.
  ObjectNode summary(Transaction transaction, String baseUrl) {
    var decisive = decisive(transaction);
    return common(transaction)
        .put("submitTimeUtc", time(transaction))
        .put("applicationInformation.reasonCode", Integer.toString(decisive.reasonCode()))
        .put("applicationInformation.rCode", Integer.toString(decisive.rCode()))
        .put("applicationInformation.rFlag", decisive.rFlag())
        .put("errorInformation", Map.of())
        .put("_links.transactionDetail", link(baseUrl, transaction.id()))
        .node();
  }

  /// The answer of a look-up. Its time is spelt differently, and its reason is a number.
  JsonTree details(Transaction transaction, String baseUrl) {
    var outcome = transaction.outcome();
    var card = transaction.source().card();
    var related =
        ledger.followOns(transaction.id()).stream()
            .map(found -> link(baseUrl, found.id()))
            .toList();
    return common(transaction)
        .put("rootId", root(transaction).id())
        .put("reconciliationId", transaction.reconciliationId())
        .put("submitTimeUTC", time(transaction))
        .put("applicationInformation.reasonCode", decisive(transaction).reasonCode())
        .put("errorInformation.message", decisive(transaction).message())
        .put("errorInformation.reason", outcome.reason())
        .put("orderInformation.billTo", billTo(transaction))
        .put("paymentInformation.card.expirationMonth", card == null ? null : card.month())
        .put("paymentInformation.card.expirationYear", card == null ? null : card.year())
        .put(
            "orderInformation.amountDetails.authorizedAmount",
            transaction.amount().of(transaction.authorized()).text())
        .put(
            "processingInformation.commerceIndicatorLabel",
            transaction.source().commerceIndicator())
        .put("processorInformation.networkTransactionId", outcome.networkTransactionId())
        .put("processorInformation.responseCode", outcome.responseCode())
        .put("_links.self", link(baseUrl, transaction.id()))
        .put("_links.relatedTransactions", related);
  }

  private static JsonTree common(Transaction transaction) {
    var references = transaction.references();
    var applications =
        transaction.applications().stream().map(ran -> view(transaction, ran)).toList();
    var tree =
        new JsonTree()
            .put("id", transaction.id())
            .put("merchantId", transaction.merchant())
            .put("applicationInformation.applications", applications)
            .put("clientReferenceInformation.code", references.code())
            .put("clientReferenceInformation.applicationName", "REST API")
            .put("clientReferenceInformation.partner", Map.of())
            .put("orderInformation.amountDetails.totalAmount", transaction.amount().text())
            .put("orderInformation.amountDetails.currency", transaction.amount().currency())
            .put("paymentInformation.customer.id", transaction.source().customer())
            .put(
                "paymentInformation.paymentInstrument.id", transaction.source().paymentInstrument())
            .put(
                "paymentInformation.instrumentIdentifier.id",
                transaction.source().instrumentIdentifier())
            .put("processorInformation.processor.name", "simulator")
            .put("processorInformation.approvalCode", transaction.outcome().approvalCode());
    var card = transaction.source().card();
    return card == null ? tree : card(tree, card);
  }

  private static JsonTree card(JsonTree tree, Source.Face card) {
    var method = CardNetwork.byCode(card.type()).map(CardNetwork::method).orElse(null);
    return tree.put("paymentInformation.paymentType.type", "credit card")
        .put("paymentInformation.paymentType.method", method)
        .put("paymentInformation.card.suffix", card.last4())
        .put("paymentInformation.card.prefix", card.prefix())
        .put("paymentInformation.card.type", card.type());
  }

  private static ObjectNode view(Transaction transaction, Application ran) {
    return new JsonTree()
        .put("name", ran.name())
        .put("reasonCode", Integer.toString(ran.reasonCode()))
        .put("rCode", Integer.toString(ran.rCode()))
        .put("rFlag", ran.rFlag())
        .put("reconciliationId", transaction.reconciliationId())
        .put("rMessage", ran.message())
        .put("returnCode", ran.rCode() == 1 ? 1010000 : 1010001)
        .node();
  }

  /// The service that decided how the request ended: the first that did not run well, else the
  /// first.
  private static Application decisive(Transaction transaction) {
    List<Application> ran = transaction.applications();
    return ran.stream().filter(one -> one.rCode() != 1).findFirst().orElse(ran.getFirst());
  }

  private static Object billTo(Transaction transaction) {
    var billTo = transaction.source().billTo();
    return billTo.isObject() ? billTo : Map.of();
  }

  private Transaction root(Transaction transaction) {
    var parent = transaction.parent();
    return parent == null
        ? transaction
        : ledger.find(transaction.merchant(), parent).map(this::root).orElse(transaction);
  }

  private static String time(Transaction transaction) {
    return transaction.at().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static Map<String, String> link(String baseUrl, String id) {
    return Map.of("href", baseUrl + DETAILS + id, "method", "GET");
  }
}
