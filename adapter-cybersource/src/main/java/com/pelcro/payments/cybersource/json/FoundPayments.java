package com.pelcro.payments.cybersource.json;

import com.pelcro.payments.cybersource.json.Asked.Kind;
import com.pelcro.payments.cybersource.json.Services.Result;
import com.pelcro.payments.cybersource.json.Services.Run;
import com.pelcro.payments.domain.decline.DeclineReason;
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
import java.util.Optional;
import java.util.Set;

/// What became of a payment that was found: an authorization service, for a sale a billing service
/// as well, and whatever the gateway's own rules objected.
final class FoundPayments {

  private static final String REVIEWED = "DECISION_PROFILE_REVIEW";

  /// Reasons of the gateway against money that the issuer approved all the same.
  private static final Set<String> AFTER_APPROVAL =
      Set.of("AVS_FAILED", "CV_FAILED", "PARTIAL_AUTHORIZED");

  private static final Set<String> RULES =
      Set.of("DECISION_PROFILE_REJECT", "SCORE_EXCEEDS_THRESHOLD");

  private FoundPayments() {}

  static GatewayAnswer read(
      Asked asked, Reading details, Services services, GatewayReference reference) {
    return services
        .run("ics_auth")
        .map(authorization -> read(asked, details, services, reference, authorization))
        .orElseGet(() -> unasked(asked, details, services, reference));
  }

  /// The rules may say no, or ask for a person, before any issuer is asked.
  private static GatewayAnswer unasked(
      Asked asked, Reading details, Services services, GatewayReference reference) {
    var objection = services.objections().findFirst();
    return objection
        .filter(REVIEWED::equals)
        .map(_ -> review(asked, details, reference))
        .or(() -> objection.map(reason -> refused(asked, details, reason, reference)))
        .orElseGet(() -> new NoAnswer("no authorization has run yet"));
  }

  private static GatewayAnswer read(
      Asked asked,
      Reading details,
      Services services,
      GatewayReference reference,
      Run authorization) {
    if (isApproved(authorization)) {
      return approved(asked, details, services, reference);
    }
    return authorization.result() == Result.REFUSED
        ? refused(asked, details, authorization.reason(), reference)
        : new NoAnswer("recorded as an error of the gateway's own");
  }

  /// Whether the issuer said yes, whatever the gateway's own rules said afterwards.
  static boolean isApproved(Run authorization) {
    return authorization.result() == Result.DONE || AFTER_APPROVAL.contains(authorization.reason());
  }

  private static GatewayAnswer refused(
      Asked asked, Reading details, String reason, GatewayReference reference) {
    return Refusals.knows(reason)
        ? Refusals.read(asked, reason, details)
        : new Decline(FindingReader.declined(asked, details, reason), reference);
  }

  private static GatewayAnswer approved(
      Asked asked, Reading details, Services services, GatewayReference reference) {
    var objection = services.objections().filter(FoundPayments::isObjection).findFirst();
    if (objection.isPresent() && !billed(services)) {
      return held(asked, details, objection.get(), reference);
    }
    if (services.objections().anyMatch(REVIEWED::equals) && !billed(services)) {
      return review(asked, details, reference);
    }
    return amount(asked, details).filter(asked.amount()::equals).isPresent()
        ? taken(asked, details, services, reference)
        : held(asked, details, "PARTIAL_AUTHORIZED", reference);
  }

  private static boolean isObjection(String reason) {
    return AFTER_APPROVAL.contains(reason) || RULES.contains(reason);
  }

  private static boolean billed(Services services) {
    return services.run("ics_bill").filter(bill -> bill.result() == Result.DONE).isPresent();
  }

  private static GatewayAnswer taken(
      Asked asked, Reading details, Services services, GatewayReference reference) {
    if (asked.kind() == Kind.SALE && !billed(services)) {
      return unbilled(asked, details, services, reference);
    }
    return asked.kind() == Kind.VERIFICATION
        ? verified(asked, details, reference)
        : new Approval(reference, VaultedCards.read(asked.storing(), details).orElse(null));
  }

  /// Authorized but not captured, and nobody is looking at it: the hold has to go.
  private static GatewayAnswer unbilled(
      Asked asked, Reading details, Services services, GatewayReference reference) {
    var broken =
        services.run("ics_bill").filter(bill -> bill.result() == Result.BROKEN).isPresent();
    return broken
        ? new NoAnswer("the capture is recorded as an error of the gateway's own")
        : held(asked, details, "PROCESSOR_ERROR", reference);
  }

  private static GatewayAnswer verified(Asked asked, Reading details, GatewayReference reference) {
    return VaultedCards.read(asked.storing(), details)
        .<GatewayAnswer>map(card -> new Approval(reference, card))
        .orElseGet(
            () ->
                new Rejection(
                    new Failure(
                        FailureCode.GATEWAY_REJECTED,
                        "the card was verified, but no token of it was found")));
  }

  private static GatewayAnswer review(Asked asked, Reading details, GatewayReference reference) {
    return asked.kind() == Kind.VERIFICATION
        ? new Decline(FindingReader.declined(asked, details, REVIEWED), reference)
        : new Review(reference);
  }

  private static GatewayAnswer held(
      Asked asked, Reading details, String reason, GatewayReference reference) {
    DeclineReason declined = FindingReader.declined(asked, details, reason);
    if (asked.kind() == Kind.VERIFICATION) {
      return new Decline(declined, reference);
    }
    return amount(asked, details)
        .filter(amount -> !amount.isZero())
        .<GatewayAnswer>map(amount -> new Hold(reference, amount, declined))
        .orElseGet(() -> new NoAnswer("a hold over an unreadable amount"));
  }

  private static Optional<Money> amount(Asked asked, Reading details) {
    return details
        .text("orderInformation.amountDetails.authorizedAmount")
        .map(text -> Amounts.parse(text, asked.amount().currency()))
        .orElse(Optional.of(asked.amount()));
  }
}
