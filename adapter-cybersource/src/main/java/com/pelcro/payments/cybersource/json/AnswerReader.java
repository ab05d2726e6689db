package com.pelcro.payments.cybersource.json;

import com.pelcro.payments.domain.gateway.Failure;
import com.pelcro.payments.domain.gateway.FailureCode;
import com.pelcro.payments.domain.gateway.GatewayAnswer;
import com.pelcro.payments.domain.gateway.GatewayAnswer.NoAnswer;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Rejection;

/// Turns what the gateway answered to a request that moves money into one of our answers. What is
/// not documented is no answer: it is looked up, not guessed.
public final class AnswerReader {

  private AnswerReader() {}

  /// Reads a reply to what was asked.
  public static GatewayAnswer read(Asked asked, int status, String body) {
    return status == 401
        ? new Rejection(
            new Failure(
                FailureCode.GATEWAY_CREDENTIALS_REJECTED, "the gateway rejected our signature"))
        : Json.read(body)
            .map(answer -> read(asked, status, answer))
            .orElseGet(() -> new NoAnswer("HTTP " + status + " without a whole JSON object"));
  }

  private static GatewayAnswer read(Asked asked, int status, Reading answer) {
    return switch (status) {
      case 201 ->
          asked.kind().isPayment()
              ? PaymentAnswers.read(asked, answer)
              : FollowUpAnswers.read(asked, answer);
      case 400 -> wrong(asked, answer);
      case 404 ->
          new Rejection(
              new Failure(FailureCode.GATEWAY_REJECTED, "the gateway knows no such resource"));
      default -> new NoAnswer("HTTP " + status);
    };
  }

  /// Only the documented shape of an error proves that the gateway itself refused.
  private static GatewayAnswer wrong(Asked asked, Reading answer) {
    var documented = answer.text("status").filter("INVALID_REQUEST"::equals).isPresent();
    return answer
        .text("reason")
        .filter(_ -> documented)
        .map(reason -> Refusals.read(asked, reason, answer))
        .orElseGet(() -> new NoAnswer("HTTP 400 in an unknown shape"));
  }
}
