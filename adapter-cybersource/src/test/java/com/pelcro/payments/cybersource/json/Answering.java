package com.pelcro.payments.cybersource.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.cybersource.json.Asked.Kind;
import com.pelcro.payments.domain.decline.DeclineCode;
import com.pelcro.payments.domain.gateway.FailureCode;
import com.pelcro.payments.domain.gateway.GatewayAnswer;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Hold;
import com.pelcro.payments.domain.gateway.GatewayAnswer.NoAnswer;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Rejection;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.site.CardNetwork;

/// Answers in the shapes the gateway documents, and what they ought to be read as.
final class Answering {

  static final Money AMOUNT = Money.of(1990, "EUR");
  static final String AMOUNTS =
      "\"orderInformation\":{\"amountDetails\":{\"totalAmount\":\"19.90\",\"authorizedAmount\":\"%s\","
          + "\"currency\":\"%s\"}}";

  private Answering() {}

  static GatewayAnswer read(Kind kind, int status, String body) {
    var asked = new Asked(kind, AMOUNT, CardNetwork.VISA, null, "70");
    return AnswerReader.read(asked, status, body);
  }

  static void assertNoAnswer(GatewayAnswer answer) {
    assertThat(answer).isInstanceOf(NoAnswer.class);
  }

  static void assertRejection(GatewayAnswer answer, FailureCode code) {
    assertThat(answer)
        .isInstanceOfSatisfying(
            Rejection.class, rejection -> assertThat(rejection.failure().code()).isEqualTo(code));
  }

  static void assertHold(GatewayAnswer answer, Money held, DeclineCode code) {
    assertThat(answer)
        .isInstanceOfSatisfying(
            Hold.class,
            hold -> {
              assertThat(hold.held()).isEqualTo(held);
              assertThat(hold.reason().code()).isEqualTo(code);
              assertThat(hold.reference().transactionId()).isEqualTo("71");
            });
  }

  static String status(String status) {
    return "{\"id\":\"71\",\"status\":\"" + status + "\"}";
  }

  static String approved(String status, String amount, String currency) {
    return "{\"id\":\"71\",\"status\":\""
        + status
        + "\","
        + AMOUNTS.formatted(amount, currency)
        + "}";
  }

  static String objected(String reason) {
    return "{\"id\":\"71\",\"status\":\"AUTHORIZED_PENDING_REVIEW\",\"errorInformation\":{\"reason\":\""
        + reason
        + "\"}}";
  }

  static String embedded(String capture) {
    return "{\"id\":\"71\",\"status\":\"AUTHORIZED\",\"embeddedActions\":{\"CAPTURE\":"
        + capture
        + "}}";
  }

  static String tokens() {
    return "{\"id\":\"71\",\"status\":\"AUTHORIZED\",\"tokenInformation\":{\"instrumentidentifierNew\":true,"
               + "\"paymentInstrument\":{\"id\":\"P1\"},\"instrumentIdentifier\":{\"id\":\"7011\"}}}";
  }

  static String wrong(String reason) {
    return "{\"status\":\"INVALID_REQUEST\",\"reason\":\"" + reason + "\",\"message\":\"Wrong.\"}";
  }

  static String wrong(String reason, String field) {
    return "{\"status\":\"INVALID_REQUEST\",\"reason\":\""
        + reason
        + "\",\"details\":[{\"field\":\""
        + field
        + "\",\"reason\":\""
        + reason
        + "\"}]}";
  }

  static String followUp(String status, String parent, String field, String amount) {
    return "{\"id\":\"71\",\"status\":\""
        + status
        + "\",\""
        + parent
        + "\":{\""
        + field
        + "\":\""
        + amount
        + "\",\"currency\":\"EUR\"}}";
  }
}
