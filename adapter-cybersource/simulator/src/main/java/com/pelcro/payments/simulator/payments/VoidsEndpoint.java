package com.pelcro.payments.simulator.payments;

import com.pelcro.payments.simulator.Clearing;
import com.pelcro.payments.simulator.Kind;
import com.pelcro.payments.simulator.References;
import com.pelcro.payments.simulator.Transaction;
import com.pelcro.payments.simulator.http.Call;
import com.pelcro.payments.simulator.http.Endpoint;
import com.pelcro.payments.simulator.http.JsonReply;
import com.pelcro.payments.simulator.http.Reply;
import java.util.List;

/// Voids: take back a capture or refund that was not handed to the processor yet. The hold stays.
public final class VoidsEndpoint {

  private final Books books;

  /// Voids what these books know.
  public VoidsEndpoint(Books books) {
    this.books = books;
  }

  /// `POST /pts/v2/{payments|captures|refunds}/{id}/voids`, for requests of one of these kinds.
  public Endpoint byId(Kind... kinds) {
    return call -> {
      books.require(call.body(), "clientReferenceInformation.code");
      var references = books.references(call);
      var original = books.original(call);
      if (!List.of(kinds).contains(original.kind())) {
        throw books.rejections().invalid("id");
      }
      if (!isVoidable(original)) {
        throw books.rejections().because("NOT_VOIDABLE");
      }
      return cancel(call, references, original);
    };
  }

  /// `POST /pts/v2/voids`: for an answer that never came. Nothing to void and not voidable look the
  /// same.
  public Endpoint byTransactionId() {
    return call -> {
      var references = books.undoing(call);
      var original =
          books.undone(call).stream()
              .filter(this::isVoidable)
              .findFirst()
              .orElseThrow(
                  () -> books.rejections().invalid("clientReferenceInformation.transactionId"));
      return cancel(call, references, original);
    };
  }

  private boolean isVoidable(Transaction original) {
    return original.clearing() == Clearing.PENDING && books.ledger().refunded(original) == 0;
  }

  private Reply cancel(Call call, References references, Transaction original) {
    var amount =
        original.isPayment() ? original.amount().of(original.authorized()) : original.amount();
    var voided = FollowOn.VOID.write(books, call, references, original, amount);
    if (FollowOn.VOID.succeeded(voided)) {
      var outcome = original.outcome().in("VOIDED", null);
      books.ledger().replace(original.in(outcome, Clearing.VOIDED, original.hold()));
    }
    return reply(call, voided);
  }

  private static Reply reply(Call call, Transaction voided) {
    var sent = call.body().text("clientReferenceInformation.transactionId").orElse(null);
    var tree = PaymentReply.head(voided);
    PaymentReply.link(tree, "self", "GET", "/pts/v2/voids/" + voided.id());
    tree.put("clientReferenceInformation.transactionId", sent)
        .put("orderInformation.amountDetails.currency", voided.amount().currency());
    if (FollowOn.VOID.succeeded(voided)) {
      tree.put("voidAmountDetails.currency", voided.amount().currency())
          .put("voidAmountDetails.voidAmount", voided.amount().text());
    }
    return JsonReply.gateway(201, tree);
  }
}
