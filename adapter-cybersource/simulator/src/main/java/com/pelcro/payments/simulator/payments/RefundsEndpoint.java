package com.pelcro.payments.simulator.payments;

import com.pelcro.payments.simulator.Clearing;
import com.pelcro.payments.simulator.Kind;
import com.pelcro.payments.simulator.Transaction;
import com.pelcro.payments.simulator.http.Call;
import com.pelcro.payments.simulator.http.Endpoint;
import com.pelcro.payments.simulator.http.JsonReply;
import com.pelcro.payments.simulator.http.Reply;

/// `POST /pts/v2/{payments|captures}/{id}/refunds`: gives money back.
///
/// As at the real gateway, nothing stops a second full refund, unless the simulator is strict.
public final class RefundsEndpoint implements Endpoint {

  private final Books books;
  private final boolean ofCapture;

  /// Refunds captures, or payments.
  public RefundsEndpoint(Books books, boolean ofCapture) {
    this.books = books;
    this.ofCapture = ofCapture;
  }

  @Override
  public Reply answer(Call call) {
    books.require(call.body(), "clientReferenceInformation.code");
    var references = books.references(call);
    var original = books.original(call);
    var amount = books.amount(call, "orderInformation", original);
    refuse(original);
    var taken = taken(original) - books.ledger().refunded(original);
    if (books.switches().strict() && amount.minorUnits() > taken) {
      throw books.rejections().because("INVALID_AMOUNT");
    }
    return reply(FollowOn.REFUND.write(books, call, references, original, amount));
  }

  private void refuse(Transaction original) {
    var right = ofCapture ? original.kind() == Kind.CAPTURE : original.isPayment();
    if (right && original.clearing() == Clearing.VOIDED && taken(original) == 0) {
      throw books.rejections().because("CAPTURE_ALREADY_VOIDED");
    }
    if (!right || taken(original) == 0) {
      throw books.rejections().invalid("id");
    }
  }

  private long taken(Transaction original) {
    if (original.isPayment()) {
      return books.ledger().captured(original);
    }
    return original.clearing().moves() ? original.amount().minorUnits() : 0;
  }

  private static Reply reply(Transaction refund) {
    var path = "/pts/v2/refunds/" + refund.id();
    var tree = PaymentReply.head(refund);
    PaymentReply.link(tree, "self", "GET", path);
    PaymentReply.link(tree, "void", "POST", path + "/voids");
    PaymentReply.processor(tree, refund.outcome());
    tree.put("orderInformation.amountDetails.currency", refund.amount().currency());
    if (FollowOn.REFUND.succeeded(refund)) {
      tree.put("refundAmountDetails.refundAmount", refund.amount().text())
          .put("refundAmountDetails.currency", refund.amount().currency());
    }
    return JsonReply.gateway(201, tree);
  }
}
