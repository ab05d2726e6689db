package com.pelcro.payments.simulator.payments;

import com.pelcro.payments.simulator.Amount;
import com.pelcro.payments.simulator.Outcome;
import com.pelcro.payments.simulator.Reason;
import com.pelcro.payments.simulator.card.CardNetwork;
import com.pelcro.payments.simulator.http.Body;
import com.pelcro.payments.simulator.http.Call;
import com.pelcro.payments.simulator.scenario.Effect;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// Plays the issuing bank and the gateway's own rules: scenarios first, then the card, the amount,
/// the address.
final class Issuer {

  private static final String OPTIONS = "processingInformation.authorizationOptions.";
  private static final String BAD_POSTAL_CODE = "00000";

  private final Books books;

  Issuer(Books books) {
    this.books = books;
  }

  Judgement judge(Call call, PayingCard card, Amount amount, boolean capture) {
    var asked = call.orders().verdict();
    if (asked != null) {
      return ordered(asked, card, amount, capture);
    }
    return refusal(card, amount)
        .map(trigger -> declined(trigger.reason(), trigger.rawCode(), null))
        .orElseGet(() -> approval(call.body(), card, amount, capture));
  }

  private Judgement ordered(Effect.Verdict asked, PayingCard card, Amount amount, boolean capture) {
    return switch (asked) {
      case Effect.Decline(var reason, var advice, var raw) ->
          declined(reason, raw == null ? AmountTriggers.rawCode(reason) : raw, advice);
      case Effect.Status status -> inStatus(status, card, amount, capture);
    };
  }

  private Judgement inStatus(Effect.Status asked, PayingCard card, Amount amount, boolean capture) {
    var half = amount.minorUnits() / 2;
    return switch (asked.status()) {
      case "DECLINED" ->
          declined(asked.reasonOr("PROCESSOR_DECLINED"), "05", asked.merchantAdvice());
      case "SERVER_ERROR" -> broken(asked.reasonOr("SYSTEM_ERROR"));
      case "INVALID_REQUEST" -> throw books.rejections().because(asked.reasonOr("INVALID_DATA"));
      case "PENDING_REVIEW" ->
          unanswered(asked.status(), asked.reasonOr("DECISION_PROFILE_REVIEW"));
      case "PENDING_AUTHENTICATION" ->
          unanswered(asked.status(), asked.reasonOr("CONSUMER_AUTHENTICATION_REQUIRED"));
      case "PARTIAL_AUTHORIZED" ->
          held(
              card,
              asked,
              asked.authorizedAmount() == null ? half : asked.authorizedAmount(),
              null);
      case "AUTHORIZED_RISK_DECLINED" ->
          held(card, asked, amount.minorUnits(), asked.reasonOr("DECISION_PROFILE_REJECT"));
      case "AUTHORIZED_PENDING_REVIEW" ->
          held(card, asked, amount.minorUnits(), asked.reasonOr("DECISION_PROFILE_REVIEW"));
      // A word nobody knows: the money moves as usual, only the answer is strange.
      default -> taken(held(card, asked, amount.minorUnits(), asked.reason()), amount, capture);
    };
  }

  private Optional<AmountTriggers.Trigger> refusal(PayingCard card, Amount amount) {
    if (!card.number().isWellFormed() || CardNetwork.detect(card.number()).isEmpty()) {
      return Optional.of(new AmountTriggers.Trigger("INVALID_ACCOUNT", "14"));
    }
    if (expired(card)) {
      return Optional.of(new AmountTriggers.Trigger("EXPIRED_CARD", "54"));
    }
    if (code(card).startsWith("902")) {
      return Optional.of(new AmountTriggers.Trigger("CVN_NOT_MATCH", "N7"));
    }
    return AmountTriggers.of(amount);
  }

  private boolean expired(PayingCard card) {
    var month = card.month().matches("0?[1-9]|1[0-2]") ? Integer.parseInt(card.month()) : 0;
    if (month == 0 || !card.year().matches("\\d{4}")) {
      throw books.rejections().invalid("paymentInformation.card.expirationMonth");
    }
    var now = YearMonth.from(books.now().atZone(ZoneOffset.UTC));
    return YearMonth.of(Integer.parseInt(card.year()), month).isBefore(now);
  }

  private Judgement approval(Body body, PayingCard card, Amount amount, boolean capture) {
    if (amount.wholeUnits() == AmountTriggers.PARTIAL) {
      var partial = new Effect.Status("PARTIAL_AUTHORIZED", null, null, null);
      return held(card, partial, amount.minorUnits() / 2, null);
    }
    var objection = objection(body, card);
    if (objection.isPresent()) {
      var review = new Effect.Status("AUTHORIZED_PENDING_REVIEW", null, null, null);
      return held(card, review, amount.minorUnits(), objection.get());
    }
    var plain = new Effect.Status("AUTHORIZED", null, null, null);
    return taken(held(card, plain, amount.minorUnits(), null), amount, capture);
  }

  private static Optional<String> objection(Body body, PayingCard card) {
    if ("N".equals(avs(card)) && !body.flag(OPTIONS + "ignoreAvsResult")) {
      return Optional.of("AVS_FAILED");
    }
    var wrongCode = "N".equals(cvn(card)) && !body.flag(OPTIONS + "ignoreCvResult");
    return wrongCode ? Optional.of("CV_FAILED") : Optional.empty();
  }

  private static Judgement declined(String reason, String raw, @Nullable String advice) {
    if (Reason.of(reason).isError()) {
      return broken(reason);
    }
    var outcome =
        new Outcome("DECLINED", reason, 0, raw, null, networkTransactionId(), null, null, advice);
    return new Judgement(outcome, false, false);
  }

  private static Judgement broken(String reason) {
    return new Judgement(
        new Outcome("SERVER_ERROR", reason, 0, null, null, null, null, null, null), false, false);
  }

  private static Judgement unanswered(String status, String reason) {
    return new Judgement(
        new Outcome(status, reason, 0, null, null, null, null, null, null), false, false);
  }

  private static Judgement held(
      PayingCard card, Effect.Status asked, long authorized, @Nullable String reason) {
    var outcome =
        new Outcome(
            asked.status(),
            reason,
            authorized,
            "00",
            "831000",
            networkTransactionId(),
            avs(card),
            cvn(card),
            asked.merchantAdvice());
    return new Judgement(outcome, true, false);
  }

  private static Judgement taken(Judgement held, Amount amount, boolean capture) {
    return new Judgement(held.outcome(), true, capture && amount.minorUnits() > 0);
  }

  private static @Nullable String avs(PayingCard card) {
    var postalCode = card.billTo().path("postalCode").asText();
    if (postalCode.isBlank() && card.billTo().path("address1").asText().isBlank()) {
      return null;
    }
    return postalCode.equals(BAD_POSTAL_CODE) ? "N" : "Y";
  }

  private static @Nullable String cvn(PayingCard card) {
    if (code(card).isEmpty()) {
      return null;
    }
    return code(card).startsWith("901") ? "N" : "M";
  }

  private static String code(PayingCard card) {
    return card.securityCode() == null ? "" : card.securityCode();
  }

  private static String networkTransactionId() {
    return "%015d".formatted(ThreadLocalRandom.current().nextLong(1_000_000_000_000_000L));
  }
}
