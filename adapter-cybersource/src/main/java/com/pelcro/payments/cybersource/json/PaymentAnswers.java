package com.pelcro.payments.cybersource.json;

import com.pelcro.payments.cybersource.json.Asked.Kind;
import com.pelcro.payments.domain.decline.DeclineCode;
import com.pelcro.payments.domain.decline.DeclineReason;
import com.pelcro.payments.domain.gateway.Checks;
import com.pelcro.payments.domain.gateway.Failure;
import com.pelcro.payments.domain.gateway.FailureCode;
import com.pelcro.payments.domain.gateway.GatewayAnswer;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Approval;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Decline;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Hold;
import com.pelcro.payments.domain.gateway.GatewayAnswer.NoAnswer;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Rejection;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Review;
import com.pelcro.payments.domain.gateway.GatewayReference;
import com.pelcro.payments.domain.money.Money;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;

/// Reads the 201 of a payment, which is approvals, declines and reviews alike. The processor's own
/// response code never decides.
final class PaymentAnswers {

  private static final String AMOUNTS = "orderInformation.amountDetails.";
  private static final Set<String> CAPTURED = Set.of("PENDING", "TRANSMITTED");

  private PaymentAnswers() {}

  static GatewayAnswer read(Asked asked, Reading answer) {
    var id = answer.text("id");
    var status = answer.text("status");
    return id.isEmpty() || status.isEmpty()
        ? new NoAnswer("a created payment without id or status")
        : read(asked, answer, reference(answer, id.get()), status.get());
  }

  private static GatewayAnswer read(
      Asked asked, Reading answer, GatewayReference reference, String status) {
    return switch (status) {
      case "AUTHORIZED" -> authorized(asked, answer, reference);
      case "PARTIAL_AUTHORIZED" ->
          held(asked, answer, reference, reason(DeclineCode.PARTIAL_APPROVAL, asked, answer));
      case "AUTHORIZED_RISK_DECLINED" ->
          held(asked, answer, reference, reason(DeclineCode.FRAUD_SUSPECTED, asked, answer));
      case "AUTHORIZED_PENDING_REVIEW" -> objected(asked, answer, reference);
      case "PENDING_REVIEW" -> review(asked, answer, reference);
      case "DECLINED" -> new Decline(Declines.read(asked.network(), answer), reference);
      case "PENDING_AUTHENTICATION" ->
          new Decline(reason(DeclineCode.AUTHENTICATION_REQUIRED, asked, answer), reference);
      case "INVALID_REQUEST" -> refused(asked, answer);
      default -> new NoAnswer("a payment in a status this version does not know");
    };
  }

  /// The gateway's names of what it did.
  static GatewayReference reference(Reading answer, String id) {
    return new GatewayReference(
        id,
        answer
            .text("processorInformation.networkTransactionId")
            .or(() -> answer.text("processorInformation.transactionId"))
            .orElse(null),
        answer.text("processorInformation.approvalCode").orElse(null),
        answer.text("reconciliationId").orElse(null),
        new Checks(
            answer.text("processorInformation.avs.code").orElse(null),
            answer.text("processorInformation.cardVerification.resultCode").orElse(null)));
  }

  static GatewayAnswer refused(Asked asked, Reading answer) {
    return answer
        .text("errorInformation.reason")
        .or(() -> answer.text("reason"))
        .map(reason -> Refusals.read(asked, reason, answer))
        .orElseGet(() -> new NoAnswer("a refused request without a reason"));
  }

  private static GatewayAnswer authorized(Asked asked, Reading answer, GatewayReference reference) {
    var approved = approved(asked, answer);
    if (approved.isEmpty()) {
      return new NoAnswer("approved in another currency or over an unreadable amount");
    }
    if (!approved.get().equals(asked.amount())) {
      return hold(reference, approved.get(), reason(DeclineCode.PARTIAL_APPROVAL, asked, answer));
    }
    return asked.kind() == Kind.SALE && captureFailed(answer)
        ? hold(reference, asked.amount(), DeclineReason.of(DeclineCode.PROCESSOR_ERROR))
        : approval(asked, answer, reference);
  }

  private static boolean captureFailed(Reading answer) {
    return answer
        .object("embeddedActions.CAPTURE")
        .filter(capture -> capture.text("status").filter(CAPTURED::contains).isEmpty())
        .isPresent();
  }

  /// A verification that stored nothing is of no use, while a sale stands without the stored card.
  private static GatewayAnswer approval(Asked asked, Reading answer, GatewayReference reference) {
    var card = VaultedCards.read(asked.storing(), answer);
    return asked.kind() == Kind.VERIFICATION && asked.storing() != null && card.isEmpty()
        ? new Rejection(
            new Failure(
                FailureCode.GATEWAY_REJECTED, "the card was verified, but the vault kept it not"))
        : new Approval(reference, card.orElse(null));
  }

  /// The address or security code is an objection of the gateway's to money the issuer holds; its
  /// fraud rules ask for a person.
  private static GatewayAnswer objected(Asked asked, Reading answer, GatewayReference reference) {
    return switch (answer.text("errorInformation.reason").orElse("")) {
      case "AVS_FAILED", "CV_FAILED", "CONTACT_PROCESSOR" ->
          held(asked, answer, reference, Declines.read(asked.network(), answer));
      default -> review(asked, answer, reference);
    };
  }

  /// Nobody reviews a verification: there is no money to wait for.
  private static GatewayAnswer review(Asked asked, Reading answer, GatewayReference reference) {
    return asked.kind() == Kind.VERIFICATION
        ? new Decline(reason(DeclineCode.FRAUD_SUSPECTED, asked, answer), reference)
        : new Review(reference);
  }

  private static GatewayAnswer held(
      Asked asked, Reading answer, GatewayReference reference, DeclineReason reason) {
    if (asked.kind() == Kind.VERIFICATION) {
      return new Decline(reason, reference);
    }
    var partial = reason.code() == DeclineCode.PARTIAL_APPROVAL;
    return approved(asked, answer)
        .filter(amount -> !partial || !amount.equals(asked.amount()))
        .map(amount -> hold(reference, amount, reason))
        .orElseGet(() -> new NoAnswer("a hold over an unreadable amount"));
  }

  private static GatewayAnswer hold(
      GatewayReference reference, Money amount, DeclineReason reason) {
    return amount.isZero()
        ? new NoAnswer("an approval over nothing")
        : new Hold(reference, amount, reason);
  }

  /// What the issuer approved: as asked unless the answer says otherwise; empty when what it says
  /// cannot be read as money of the same currency.
  private static Optional<Money> approved(Asked asked, Reading answer) {
    var currency = asked.amount().currency();
    var amount =
        answer.text(AMOUNTS + "authorizedAmount").or(() -> answer.text(AMOUNTS + "totalAmount"));
    return isIn(currency, answer)
        ? amount.map(text -> Amounts.parse(text, currency)).orElse(Optional.of(asked.amount()))
        : Optional.empty();
  }

  private static boolean isIn(Currency currency, Reading answer) {
    return answer
        .text(AMOUNTS + "currency")
        .orElse(currency.getCurrencyCode())
        .equals(currency.getCurrencyCode());
  }

  private static DeclineReason reason(DeclineCode code, Asked asked, Reading answer) {
    var read = Declines.read(asked.network(), answer);
    return new DeclineReason(
        code,
        code.category(),
        null,
        read.gatewayReason(),
        read.processorCode(),
        read.merchantAdvice());
  }
}
