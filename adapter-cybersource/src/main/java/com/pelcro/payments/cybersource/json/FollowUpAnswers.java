package com.pelcro.payments.cybersource.json;

import com.pelcro.payments.domain.gateway.Failure;
import com.pelcro.payments.domain.gateway.FailureCode;
import com.pelcro.payments.domain.gateway.GatewayAnswer;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Approval;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Decline;
import com.pelcro.payments.domain.gateway.GatewayAnswer.NoAnswer;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Rejection;
import com.pelcro.payments.domain.gateway.GatewayReference;

/// Reads the 201 of a capture, refund, reversal or void.
final class FollowUpAnswers {

  /// Where an answer names the amount it was about.
  private record Place(String amount, String currency) {}

  private FollowUpAnswers() {}

  static GatewayAnswer read(Asked asked, Reading answer) {
    var id = answer.text("id");
    var status = answer.text("status");
    return id.isEmpty() || status.isEmpty()
        ? new NoAnswer("a created follow-up without id or status")
        : read(asked, answer, PaymentAnswers.reference(answer, id.get()), status.get());
  }

  private static GatewayAnswer read(
      Asked asked, Reading answer, GatewayReference reference, String status) {
    if (status.equals("INVALID_REQUEST")) {
      return PaymentAnswers.refused(asked, answer);
    }
    return switch (asked.kind()) {
      case CAPTURE, REFUND -> taken(asked, answer, reference, status);
      case RELEASE -> released(asked, answer, reference, status);
      case VOID -> voided(asked, answer, reference, status);
      case SALE, AUTHORIZATION, VERIFICATION ->
          throw new IllegalArgumentException("a payment is no follow-up");
    };
  }

  private static GatewayAnswer taken(
      Asked asked, Reading answer, GatewayReference reference, String status) {
    return switch (status) {
      case "PENDING", "TRANSMITTED" -> done(asked, answer, reference);
      case "DECLINED" -> new Decline(Declines.read(asked.network(), answer), reference);
      default -> unknown();
    };
  }

  private static GatewayAnswer released(
      Asked asked, Reading answer, GatewayReference reference, String status) {
    return switch (status) {
      case "REVERSED" -> done(asked, answer, reference);
      case "DECLINED", "FAILED" ->
          new Rejection(
              new Failure(FailureCode.GATEWAY_REJECTED, "the hold could not be reversed"));
      default -> unknown();
    };
  }

  private static GatewayAnswer voided(
      Asked asked, Reading answer, GatewayReference reference, String status) {
    return switch (status) {
      case "VOIDED", "CANCELLED" -> done(asked, answer, reference);
      case "FAILED", "DECLINED" ->
          new Rejection(new Failure(FailureCode.NOT_VOIDABLE, "the gateway could not void it"));
      default -> unknown();
    };
  }

  private static NoAnswer unknown() {
    return new NoAnswer("a follow-up in a status this version does not know");
  }

  /// Done, unless the answer speaks of other money than was asked for.
  private static GatewayAnswer done(Asked asked, Reading answer, GatewayReference reference) {
    var place = place(asked.kind());
    var currency = asked.amount().currency();
    var sameCurrency =
        answer.text(place.currency).filter(code -> !code.equals(currency.getCurrencyCode()));
    var sameAmount =
        answer
            .text(place.amount)
            .filter(text -> Amounts.parse(text, currency).filter(asked.amount()::equals).isEmpty());
    return sameCurrency.isEmpty() && sameAmount.isEmpty()
        ? new Approval(reference, null)
        : new NoAnswer("done over another amount or in another currency");
  }

  private static Place place(Asked.Kind kind) {
    return switch (kind) {
      case REFUND -> in("refundAmountDetails.", "refundAmount");
      case RELEASE -> in("reversalAmountDetails.", "reversedAmount");
      case VOID -> in("voidAmountDetails.", "voidAmount");
      case CAPTURE, SALE, AUTHORIZATION, VERIFICATION ->
          in("orderInformation.amountDetails.", "totalAmount");
    };
  }

  private static Place in(String parent, String amount) {
    return new Place(parent + amount, parent + "currency");
  }
}
