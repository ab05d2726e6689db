package com.pelcro.payments.simulator.payments;

import com.pelcro.payments.simulator.Amount;
import com.pelcro.payments.simulator.Hold;
import com.pelcro.payments.simulator.Transaction;
import com.pelcro.payments.simulator.http.Call;
import com.pelcro.payments.simulator.http.Endpoint;
import com.pelcro.payments.simulator.http.JsonReply;
import com.pelcro.payments.simulator.http.Reply;

/// `POST /pts/v2/payments/{id}/captures`: takes authorized money, at once or in parts.
public final class CapturesEndpoint implements Endpoint {

  private final Books books;

  /// Captures what these books know.
  public CapturesEndpoint(Books books) {
    this.books = books;
  }

  @Override
  public Reply answer(Call call) {
    books.require(call.body(), "clientReferenceInformation.code");
    var references = books.references(call);
    var payment = books.original(call);
    var amount = books.amount(call, "orderInformation", payment);
    refuse(payment, amount);
    return reply(FollowOn.CAPTURE.write(books, call, references, payment, amount));
  }

  private void refuse(Transaction payment, Amount amount) {
    if (payment.hold() == Hold.REVERSED) {
      throw books.rejections().because("AUTH_ALREADY_REVERSED");
    }
    var left = payment.authorized() - books.ledger().captured(payment);
    if (payment.hold() == Hold.NONE || left <= 0) {
      throw books.rejections().because("MISSING_AUTH");
    }
    if (amount.minorUnits() > left && !books.switches().overCapture()) {
      throw books.rejections().because("EXCEEDS_AUTH_AMOUNT");
    }
  }

  private static Reply reply(Transaction capture) {
    var path = "/pts/v2/captures/" + capture.id();
    var tree = PaymentReply.head(capture);
    PaymentReply.link(tree, "self", "GET", path);
    PaymentReply.link(tree, "void", "POST", path + "/voids");
    tree.put("orderInformation.amountDetails.totalAmount", capture.amount().text())
        .put("orderInformation.amountDetails.currency", capture.amount().currency());
    return JsonReply.gateway(201, tree);
  }
}
