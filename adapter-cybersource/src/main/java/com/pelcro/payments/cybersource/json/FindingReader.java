package com.pelcro.payments.cybersource.json;

import com.pelcro.payments.domain.decline.DeclineReason;
import com.pelcro.payments.domain.gateway.Finding;
import com.pelcro.payments.domain.gateway.Finding.Contradiction;
import com.pelcro.payments.domain.gateway.Finding.Found;
import com.pelcro.payments.domain.gateway.Finding.Unavailable;
import com.pelcro.payments.domain.gateway.GatewayAnswer;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Approval;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Decline;
import com.pelcro.payments.domain.gateway.GatewayAnswer.NoAnswer;
import com.pelcro.payments.domain.gateway.GatewayReference;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.site.CardNetwork;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Tells from a transaction's details what became of it. The gateway's services that ran inside
/// (`ics_auth`, `ics_bill`, …) tell the outcome, not the transaction as a whole.
public final class FindingReader {

  private static final String AMOUNTS = "orderInformation.amountDetails.";

  private FindingReader() {}

  /// Reads the details of the one transaction found under the code of what was asked.
  public static Finding read(Asked asked, String code, Reading details) {
    if (details.text("clientReferenceInformation.code").filter(code::equals).isEmpty()) {
      return new Contradiction("the details are of another reference than the hit");
    }
    return contradiction(asked, details).orElseGet(() -> found(outcome(asked, details)));
  }

  /// Whether a hit is a void or reversal that was done.
  public static boolean isUndoing(Reading hit) {
    var services = Services.read(hit);
    return Stream.of("ics_void", "ics_auth_reversal")
        .flatMap(name -> services.run(name).stream())
        .anyMatch(run -> run.result() == Services.Result.DONE);
  }

  /// What proves nothing yet is asked again later.
  private static Finding found(GatewayAnswer outcome) {
    return outcome instanceof NoAnswer(var why) ? new Unavailable(why) : new Found(outcome);
  }

  private static Optional<Finding> contradiction(Asked asked, Reading details) {
    var currency = details.text(AMOUNTS + "currency");
    var amount = details.text(AMOUNTS + "totalAmount");
    var undoes = asked.kind() == Asked.Kind.VOID || asked.kind() == Asked.Kind.RELEASE;
    if (amount.isEmpty() || currency.isEmpty()) {
      return undoes
          ? Optional.empty()
          : Optional.of(new Unavailable("the details name no amount yet"));
    }
    return fits(asked.amount(), amount.get(), currency.get())
        ? Optional.empty()
        : Optional.of(new Contradiction("found over another amount or in another currency"));
  }

  private static boolean fits(Money asked, String amount, String currency) {
    return currency.equals(asked.currency().getCurrencyCode())
        && Amounts.parse(amount, asked.currency()).filter(asked::equals).isPresent();
  }

  private static GatewayAnswer outcome(Asked asked, Reading details) {
    return details
        .text("id")
        .map(id -> outcome(asked, details, PaymentAnswers.reference(details, id)))
        .orElseGet(() -> new NoAnswer("details without an id"));
  }

  private static GatewayAnswer outcome(Asked asked, Reading details, GatewayReference reference) {
    var services = Services.read(details);
    return switch (asked.kind()) {
      case SALE, AUTHORIZATION, VERIFICATION ->
          FoundPayments.read(asked, details, services, reference);
      case CAPTURE -> followUp(asked, details, services.run("ics_bill"), reference);
      case REFUND -> followUp(asked, details, services.run("ics_credit"), reference);
      case RELEASE -> followUp(asked, details, services.run("ics_auth_reversal"), reference);
      case VOID -> followUp(asked, details, services.run("ics_void"), reference);
    };
  }

  private static GatewayAnswer followUp(
      Asked asked, Reading details, Optional<Services.Run> run, GatewayReference reference) {
    return run.map(
            service ->
                switch (service.result()) {
                  case DONE -> new Approval(reference, null);
                  case REFUSED -> refused(asked, details, service, reference);
                  case BROKEN -> new NoAnswer("recorded as an error of the gateway's own");
                })
        .orElseGet(() -> new NoAnswer("the service has not run yet"));
  }

  /// A refund may be declined by an issuer; everything else is refused by the gateway itself.
  private static GatewayAnswer refused(
      Asked asked, Reading details, Services.Run service, GatewayReference reference) {
    var issuer = asked.kind() == Asked.Kind.REFUND && !Refusals.knows(service.reason());
    return issuer
        ? new Decline(declined(asked, details, service.reason()), reference)
        : Refusals.read(asked, service.reason(), details);
  }

  static DeclineReason declined(Asked asked, Reading details, String reason) {
    return Declines.of(
        network(asked, details),
        reason,
        details.text("processorInformation.responseCode").orElse(null),
        details.text("processorInformation.merchantAdvice.code").orElse(null));
  }

  private static @Nullable CardNetwork network(Asked asked, Reading details) {
    return Optional.ofNullable(asked.network())
        .or(() -> details.text("paymentInformation.card.type").flatMap(Networks::ofCode))
        .orElse(null);
  }
}
