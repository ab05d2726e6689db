package com.pelcro.payments.domain.gateway.memory;

import com.pelcro.payments.domain.gateway.Annulment;
import com.pelcro.payments.domain.gateway.BooksPage;
import com.pelcro.payments.domain.gateway.CaptureOpening;
import com.pelcro.payments.domain.gateway.ConnectionCheck;
import com.pelcro.payments.domain.gateway.ConnectionCheck.Verdict;
import com.pelcro.payments.domain.gateway.Evidence;
import com.pelcro.payments.domain.gateway.Failure;
import com.pelcro.payments.domain.gateway.FailureCode;
import com.pelcro.payments.domain.gateway.Finding;
import com.pelcro.payments.domain.gateway.GatewayAnswer;
import com.pelcro.payments.domain.gateway.VaultChange;
import com.pelcro.payments.domain.gateway.Witnessed;
import com.pelcro.payments.domain.gateway.memory.Wire.Mishap;
import com.pelcro.payments.domain.operation.OperationKind;
import com.pelcro.payments.domain.operation.References;
import java.time.Duration;

/// What a mishap on the wire means to each port.
final class Answers {

  private static final String NOT_SENT = "connection refused";
  private static final String NO_ANSWER = "connection reset";
  private static final Failure CREDENTIALS =
      new Failure(FailureCode.GATEWAY_CREDENTIALS_REJECTED, "the signature was not accepted");

  private Answers() {}

  static GatewayAnswer of(Mishap mishap) {
    return switch (mishap) {
      case NOT_SENT -> new GatewayAnswer.NotSent(NOT_SENT);
      case NO_ANSWER -> new GatewayAnswer.NoAnswer(NO_ANSWER);
      case CREDENTIALS_REJECTED -> new GatewayAnswer.Rejection(CREDENTIALS);
    };
  }

  static Finding ofFinding(Mishap mishap) {
    return new Finding.Unavailable(why(mishap));
  }

  static Annulment ofAnnulment(Mishap mishap) {
    return new Annulment.Unknown(why(mishap));
  }

  static VaultChange ofVault(Mishap mishap) {
    return switch (mishap) {
      case NOT_SENT, NO_ANSWER -> new VaultChange.Unavailable(why(mishap));
      case CREDENTIALS_REJECTED -> new VaultChange.Refused(CREDENTIALS);
    };
  }

  static CaptureOpening ofOpening(Mishap mishap) {
    return switch (mishap) {
      case NOT_SENT, NO_ANSWER -> new CaptureOpening.Unavailable(why(mishap));
      case CREDENTIALS_REJECTED -> new CaptureOpening.Refused(CREDENTIALS);
    };
  }

  static BooksPage ofBooks(Mishap mishap) {
    return new BooksPage.Unavailable(why(mishap));
  }

  static ConnectionCheck ofCheck(Mishap mishap) {
    var verdict =
        mishap == Mishap.CREDENTIALS_REJECTED ? Verdict.CREDENTIALS_REJECTED : Verdict.UNREACHABLE;
    return new ConnectionCheck(verdict, why(mishap));
  }

  private static String why(Mishap mishap) {
    return switch (mishap) {
      case NOT_SENT -> NOT_SENT;
      case NO_ANSWER -> NO_ANSWER;
      case CREDENTIALS_REJECTED -> CREDENTIALS.detail();
    };
  }

  static <T> Witnessed<T> witnessed(OperationKind kind, References references, T answer) {
    var asked = kind.code() + " " + references.code();
    var status = answer instanceof GatewayAnswer.NotSent ? null : 201;
    return new Witnessed<>(
        answer,
        new Evidence(
            asked, answer.getClass().getSimpleName(), status, "memory-1", Duration.ofMillis(5)));
  }
}
