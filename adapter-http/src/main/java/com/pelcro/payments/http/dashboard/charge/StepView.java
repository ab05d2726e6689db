package com.pelcro.payments.http.dashboard.charge;

import com.pelcro.payments.application.operation.Step;
import com.pelcro.payments.domain.gateway.Evidence;
import com.pelcro.payments.domain.operation.OperationKind;
import com.pelcro.payments.http.dashboard.Words;
import com.pelcro.payments.http.dashboard.Words.Moment;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// A step of a charge's timeline: what happened, in a sentence, and the evidence for it.
public record StepView(
    String tone,
    String sentence,
    String actor,
    Moment at,
    String operation,
    String code,
    String transactionId,
    @Nullable EvidenceView evidence) {

  /// What was seen on the wire.
  public record EvidenceView(
      String asked,
      @Nullable String answered,
      @Nullable Integer httpStatus,
      @Nullable String correlationId,
      long millis) {

    static EvidenceView of(Evidence evidence) {
      return new EvidenceView(
          evidence.asked(),
          evidence.answered(),
          evidence.httpStatus(),
          evidence.correlationId(),
          evidence.took().toMillis());
    }
  }

  static StepView of(Step step, ZoneId zone) {
    var evidence = step.evidence();
    return new StepView(
        tone(step),
        sentence(step),
        actor(step),
        Words.at(step.at(), zone),
        step.operation().value(),
        step.references().code(),
        step.references().transactionId(),
        evidence == null ? null : EvidenceView.of(evidence));
  }

  private static String tone(Step step) {
    return switch (outcome(step)) {
      case "approval" -> "good";
      case "decline", "rejection", "contradiction" -> "bad";
      case "no_answer", "hold", "review", "unavailable", "unknown", "not_found" -> "wait";
      default -> "calm";
    };
  }

  private static String outcome(Step step) {
    return step.outcome() == null ? "" : step.outcome();
  }

  private static String sentence(Step step) {
    var what = what(step.kind());
    return switch (step.happening()) {
      case ASKED -> "We asked the gateway for " + what + " of " + step.amount() + ".";
      case ANSWERED -> answered(outcome(step), what);
      case LOOKED_UP -> lookedUp(outcome(step), what);
      case ANNULLED -> annulled(outcome(step), what);
      case DECIDED -> decided(outcome(step), what);
    };
  }

  private static String answered(String outcome, String what) {
    return switch (outcome) {
      case "approval" -> "The gateway approved " + what + ".";
      case "hold" -> "The gateway held money that we do not keep. The hold has to go.";
      case "review" -> "The gateway keeps " + what + " for review by a person at the merchant.";
      case "decline" -> "The issuer declined " + what + ".";
      case "rejection" -> "The gateway refused our request for " + what + ". No money moved.";
      case "not_sent" -> "Nothing reached the gateway, so nothing happened.";
      case "no_answer" -> "No answer came: it may have happened or not. We look it up.";
      default -> "The gateway answered: " + Words.human(outcome) + ".";
    };
  }

  private static String lookedUp(String outcome, String what) {
    return switch (outcome) {
      case "approval" -> "Looked up: the gateway did approve " + what + ".";
      case "decline" -> "Looked up: the issuer declined " + what + ".";
      case "rejection" -> "Looked up: the gateway had refused " + what + ".";
      case "not_found" -> "Looked up: the gateway's books do not show it, or not yet.";
      case "absent" -> "Proven: " + what + " never reached the gateway.";
      case "unavailable" -> "We could not look it up. We try again.";
      case "unknown" -> "The look-up told nothing that we may rely on. We try again.";
      case "contradiction" -> "The gateway's books contradict what was proven before.";
      case "orphan_found" -> "It turned up late, after it was closed.";
      case "orphan_returned" -> "What had turned up late was given back.";
      default -> "Looked up: " + Words.human(outcome) + ".";
    };
  }

  private static String annulled(String outcome, String what) {
    return switch (outcome) {
      case "annulled" -> "Undone by its reference: " + what + " has no effect any more.";
      case "nothing_there" -> "Asked to undo it by its reference: there was nothing to undo.";
      case "unavailable" -> "We could not ask for its undoing. We try again.";
      default -> "Asked to undo it by its reference: " + Words.human(outcome) + ".";
    };
  }

  private static String decided(String outcome, String what) {
    return switch (outcome) {
      case "approval" -> "An operator decided that " + what + " did happen.";
      case "rejection" -> "An operator decided that " + what + " never happened.";
      case "dismissed" -> "An operator looked at it and found nothing left to do.";
      default -> "An operator decided: " + Words.human(outcome) + ".";
    };
  }

  private static String actor(Step step) {
    return switch (step.actor()) {
      case API -> "by request";
      case RENEWAL -> "by a renewal";
      case RECOVERY -> "by recovery";
      case OPERATOR -> "by an operator";
    };
  }

  static String what(OperationKind kind) {
    return switch (kind) {
      case CHARGE -> "the charge";
      case CAPTURE -> "the capture";
      case VOID -> "the void";
      case RELEASE -> "the release of the hold";
      case REFUND -> "the refund";
      case SAVE_CARD -> "the verification of the card";
    };
  }
}
