package com.pelcro.payments.simulator.payments;

import com.pelcro.payments.simulator.Amount;
import com.pelcro.payments.simulator.Outcome;
import com.pelcro.payments.simulator.Reason;
import com.pelcro.payments.simulator.Transaction;
import com.pelcro.payments.simulator.http.JsonReply;
import com.pelcro.payments.simulator.http.JsonTree;
import com.pelcro.payments.simulator.http.Reply;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The answers of payments and of what follows them.
final class PaymentReply {

  private PaymentReply() {}

  static Reply payment(Transaction payment, boolean approved, @Nullable StoredTokens stored) {
    var tree = head(payment);
    processor(tree, payment.outcome());
    cards(tree, payment);
    if (approved) {
      approval(tree, payment);
    }
    if (stored != null) {
      tokens(tree, stored);
    }
    return JsonReply.gateway(201, tree);
  }

  /// The flat 502: something broke inside the gateway.
  static Reply broken(Transaction payment) {
    var reason = String.valueOf(payment.outcome().reason());
    var tree =
        new JsonTree()
            .put("id", payment.id())
            .put("submitTimeUtc", payment.at().truncatedTo(ChronoUnit.SECONDS).toString())
            .put("status", "SERVER_ERROR")
            .put("reason", reason)
            .put("message", Reason.of(reason).message());
    return JsonReply.gateway(502, tree);
  }

  /// What every 201 of the payment endpoints begins with.
  static JsonTree head(Transaction transaction) {
    var references = transaction.references();
    var tree =
        new JsonTree()
            .put("id", transaction.id())
            .put("submitTimeUtc", transaction.at().truncatedTo(ChronoUnit.SECONDS).toString())
            .put("status", transaction.status())
            .put("reconciliationId", transaction.reconciliationId())
            .put("clientReferenceInformation.code", references.code());
    var reason = transaction.outcome().reason();
    if (reason != null) {
      tree.put("errorInformation.reason", reason)
          .put("errorInformation.message", Reason.of(reason).message());
    }
    return tree;
  }

  static JsonTree link(JsonTree tree, String name, String method, String href) {
    return tree.put("_links." + name, Map.of("method", method, "href", href));
  }

  static void processor(JsonTree tree, Outcome outcome) {
    tree.put("processorInformation.responseCode", outcome.responseCode())
        .put("processorInformation.approvalCode", outcome.approvalCode())
        .put("processorInformation.networkTransactionId", outcome.networkTransactionId())
        .put("processorInformation.transactionId", outcome.networkTransactionId())
        .put("processorInformation.avs.code", outcome.avs())
        .put("processorInformation.avs.codeRaw", outcome.avs())
        .put("processorInformation.cardVerification.resultCode", outcome.cvn())
        .put("processorInformation.cardVerification.resultCodeRaw", outcome.cvn())
        .put("processorInformation.merchantAdvice.code", outcome.merchantAdvice());
  }

  private static void cards(JsonTree tree, Transaction payment) {
    var source = payment.source();
    var type = source.card() == null ? null : source.card().type();
    tree.put("paymentAccountInformation.card.type", type)
        .put("paymentInformation.card.type", type)
        .put("paymentInformation.tokenizedCard.type", type)
        .put("paymentInformation.customer.id", source.customer())
        .put("paymentInformation.paymentInstrument.id", source.paymentInstrument())
        .put("paymentInformation.instrumentIdentifier.id", source.instrumentIdentifier());
  }

  private static void approval(JsonTree tree, Transaction payment) {
    var path = "/pts/v2/payments/" + payment.id();
    link(tree, "self", "GET", path);
    if (payment.clearing().moves()) {
      link(tree, "void", "POST", path + "/voids");
    } else {
      link(tree, "authReversal", "POST", path + "/reversals");
      link(tree, "capture", "POST", path + "/captures");
    }
    amounts(tree, payment.amount(), payment.amount().of(payment.authorized()));
  }

  private static void amounts(JsonTree tree, Amount asked, Amount authorized) {
    tree.put("orderInformation.amountDetails.totalAmount", asked.text())
        .put("orderInformation.amountDetails.authorizedAmount", authorized.text())
        .put("orderInformation.amountDetails.currency", asked.currency());
  }

  private static void tokens(JsonTree tree, StoredTokens stored) {
    var customer = stored.customer();
    var instrument = stored.instrument();
    tree.put("tokenInformation.instrumentidentifierNew", stored.numberIsNew())
        .put("tokenInformation.customer.id", customer == null ? null : customer.id())
        .put("tokenInformation.paymentInstrument.id", instrument == null ? null : instrument.id())
        .put("tokenInformation.instrumentIdentifier.id", stored.identifier().id())
        .put("tokenInformation.instrumentIdentifier.state", "ACTIVE");
  }
}
