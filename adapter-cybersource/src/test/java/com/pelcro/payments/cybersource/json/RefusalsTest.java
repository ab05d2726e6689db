package com.pelcro.payments.cybersource.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.cybersource.json.Asked.Kind;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Approval;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Decline;
import com.pelcro.payments.domain.gateway.GatewayAnswer.NoAnswer;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Rejection;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.site.CardNetwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalsTest {

  @ParameterizedTest
  @CsvSource({
    "SALE, MISSING_FIELD, gateway_rejected",
    "AUTHORIZATION, INVALID_DATA, gateway_rejected",
    "CAPTURE, INVALID_DATA, gateway_rejected",
    "REFUND, INVALID_DATA, gateway_rejected",
    "SALE, DUPLICATE_REQUEST, NoAnswer",
    "CAPTURE, DUPLICATE_REQUEST, NoAnswer",
    "REFUND, DUPLICATE_REQUEST, NoAnswer",
    "RELEASE, DUPLICATE_REQUEST, NoAnswer",
    "VOID, DUPLICATE_REQUEST, NoAnswer",
    "SALE, PROCESSOR_UNAVAILABLE, NoAnswer",
    "RELEASE, PROCESSOR_UNAVAILABLE, NoAnswer",
    "SALE, INVALID_MERCHANT_CONFIGURATION, gateway_misconfigured",
    "REFUND, INVALID_MERCHANT_CONFIGURATION, gateway_misconfigured",
    "VOID, NOT_SUPPORTED, not_supported",
    "RELEASE, NOT_SUPPORTED, not_supported",
    "SALE, INVALID_CARD, Decline",
    "VERIFICATION, INVALID_CARD, Decline",
    "REFUND, INVALID_CARD, gateway_rejected",
    "SALE, CARD_TYPE_NOT_ACCEPTED, Decline",
    "SALE, INVALID_CARD_TYPE, Decline",
    "SALE, INVALID_AMOUNT, gateway_rejected",
    "SALE, INVALID_PAYMENT_ID, gateway_rejected",
    "CAPTURE, EXCEEDS_AUTH_AMOUNT, gateway_rejected",
    "CAPTURE, MISSING_AUTH, NoAnswer",
    "RELEASE, MISSING_AUTH, already_undone",
    "CAPTURE, AUTH_ALREADY_REVERSED, already_undone",
    "RELEASE, AUTH_ALREADY_REVERSED, Approval",
    "CAPTURE, TRANSACTION_ALREADY_SETTLED, NoAnswer",
    "RELEASE, TRANSACTION_ALREADY_SETTLED, not_voidable",
    "CAPTURE, TRANSACTION_ALREADY_REVERSED_OR_SETTLED, NoAnswer",
    "RELEASE, TRANSACTION_ALREADY_REVERSED_OR_SETTLED, not_voidable",
    "REFUND, CAPTURE_ALREADY_VOIDED, already_undone",
    "VOID, CAPTURE_ALREADY_VOIDED, already_undone",
    "REFUND, ACCOUNT_NOT_ALLOWED_CREDIT, gateway_misconfigured",
    "VOID, NOT_VOIDABLE, not_voidable",
    "VOID, SOMETHING_NEW, gateway_rejected"
  })
  void a_reason_means_this_for_what_was_asked(Kind kind, String reason, String meaning) {
    var asked = new Asked(kind, Money.of(100, "USD"), CardNetwork.VISA, null, "70");
    var body = "{\"status\":\"INVALID_REQUEST\",\"reason\":\"" + reason + "\"}";
    var answer = AnswerReader.read(asked, 400, body);
    var read =
        switch (answer) {
          case Rejection(var failure) -> failure.code().code();
          case NoAnswer _, Decline _, Approval _ -> answer.getClass().getSimpleName();
          default -> "something else";
        };
    assertThat(read).isEqualTo(meaning);
  }
}
