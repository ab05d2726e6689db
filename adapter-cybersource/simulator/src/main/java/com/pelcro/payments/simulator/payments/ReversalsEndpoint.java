package com.pelcro.payments.simulator.payments;

import com.pelcro.payments.simulator.Amount;
import com.pelcro.payments.simulator.Clearing;
import com.pelcro.payments.simulator.Hold;
import com.pelcro.payments.simulator.Kind;
import com.pelcro.payments.simulator.References;
import com.pelcro.payments.simulator.Transaction;
import com.pelcro.payments.simulator.http.Call;
import com.pelcro.payments.simulator.http.Endpoint;
import com.pelcro.payments.simulator.http.JsonReply;
import com.pelcro.payments.simulator.http.Reply;

/// Reversals: give the hold free that an authorization left, found by id or by the merchant's own
/// transaction id.
public final class ReversalsEndpoint {

  private static final String AMOUNT = "reversalInformation";

  private final Books books;

  /// Reverses what these books know.
  public ReversalsEndpoint(Books books) {
    this.books = books;
  }

  /// `POST /pts/v2/payments/{id}/reversals`.
  public Endpoint byId() {
    return call -> {
      books.require(call.body(), "clientReferenceInformation.code");
      var references = books.references(call);
      var payment = books.original(call);
      return reverse(call, references, payment, books.amount(call, AMOUNT, payment));
    };
  }

  /// `POST /pts/v2/reversals`: for an answer that never came.
  public Endpoint byTransactionId() {
    return call -> {
      var references = books.undoing(call);
      var amount = books.amount(call, AMOUNT);
      var payment =
          books.undone(call).stream()
              .filter(found -> found.isPayment() && found.hold() != Hold.NONE)
              .findFirst()
              .orElseThrow(
                  () -> books.rejections().invalid("clientReferenceInformation.transactionId"));
      if (!amount.currency().equals(payment.amount().currency())) {
        throw books.rejections().invalid(AMOUNT + ".amountDetails.currency");
      }
      return reverse(call, references, payment, amount);
    };
  }

  private Reply reverse(Call call, References references, Transaction payment, Amount amount) {
    refuse(payment);
    if (amount.minorUnits() != payment.authorized()) {
      throw books.rejections().because("INVALID_AMOUNT");
    }
    var reversal = FollowOn.REVERSAL.write(books, call, references, payment, amount);
    if (FollowOn.REVERSAL.succeeded(reversal)) {
      var outcome = payment.outcome().in("REVERSED", null);
      books.ledger().replace(payment.in(outcome, payment.clearing(), Hold.REVERSED));
    }
    return reply(reversal, payment);
  }

  private void refuse(Transaction payment) {
    if (payment.hold() == Hold.REVERSED) {
      throw books.rejections().because("AUTH_ALREADY_REVERSED");
    }
    if (payment.hold() == Hold.NONE) {
      throw books.rejections().because("MISSING_AUTH");
    }
    if (books.ledger().captured(payment) > 0) {
      var handedOver = payment.clearing() == Clearing.TRANSMITTED;
      throw books
          .rejections()
          .because(
              handedOver
                  ? "TRANSACTION_ALREADY_REVERSED_OR_SETTLED"
                  : "TRANSACTION_ALREADY_SETTLED");
    }
    if (wasCaptured(payment) && !books.switches().arav()) {
      throw books.rejections().because("TRANSACTION_ALREADY_REVERSED_OR_SETTLED");
    }
  }

  private boolean wasCaptured(Transaction payment) {
    return payment.clearing() == Clearing.VOIDED
        || books.ledger().followOns(payment.id()).stream()
            .anyMatch(child -> child.kind() == Kind.CAPTURE && child.clearing() == Clearing.VOIDED);
  }

  private static Reply reply(Transaction reversal, Transaction payment) {
    var original = payment.amount().of(payment.authorized()).text();
    var tree = PaymentReply.head(reversal);
    PaymentReply.link(tree, "self", "GET", "/pts/v2/reversals/" + reversal.id());
    tree.put("processorInformation.responseCode", reversal.outcome().responseCode())
        .put("reversalAmountDetails.currency", reversal.amount().currency())
        .put("reversalAmountDetails.originalTransactionAmount", original)
        .put("reversalAmountDetails.reversedAmount", reversal.amount().text());
    return JsonReply.gateway(201, tree);
  }
}
