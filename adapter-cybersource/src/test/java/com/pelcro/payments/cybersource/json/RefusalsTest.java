package com.pelcro.payments.cybersource.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.cybersource.json.Asked.Kind;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Approval;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Decline;
import com.pelcro.payments.domain.gateway.GatewayAnswer.NoAnswer;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Rejection;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.site.CardNetwork;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalsTest {

  private static final String MEANINGS =
      """
      # reason, payment, capture, refund, release, void
      MISSING_FIELD, gateway_rejected, gateway_rejected, gateway_rejected, gateway_rejected, gateway_rejected
      INVALID_DATA, gateway_rejected, gateway_rejected, gateway_rejected, gateway_rejected, gateway_rejected
      DUPLICATE_REQUEST, NoAnswer, NoAnswer, NoAnswer, NoAnswer, NoAnswer
      PROCESSOR_UNAVAILABLE, NoAnswer, NoAnswer, NoAnswer, NoAnswer, NoAnswer
      INVALID_MERCHANT_CONFIGURATION, gateway_misconfigured, gateway_misconfigured, gateway_misconfigured, gateway_misconfigured, gateway_misconfigured
      NOT_SUPPORTED, not_supported, not_supported, not_supported, not_supported, not_supported
      INVALID_CARD, Decline, gateway_rejected, gateway_rejected, gateway_rejected, gateway_rejected
      CARD_TYPE_NOT_ACCEPTED, Decline, gateway_rejected, gateway_rejected, gateway_rejected, gateway_rejected
      INVALID_CARD_TYPE, Decline, gateway_rejected, gateway_rejected, gateway_rejected, gateway_rejected
      INVALID_AMOUNT, gateway_rejected, gateway_rejected, gateway_rejected, gateway_rejected, gateway_rejected
      INVALID_PAYMENT_ID, gateway_rejected, gateway_rejected, gateway_rejected, gateway_rejected, gateway_rejected
      EXCEEDS_AUTH_AMOUNT, gateway_rejected, gateway_rejected, gateway_rejected, gateway_rejected, gateway_rejected
      MISSING_AUTH, gateway_rejected, NoAnswer, gateway_rejected, already_undone, gateway_rejected
      AUTH_ALREADY_REVERSED, gateway_rejected, already_undone, already_undone, Approval, already_undone
      TRANSACTION_ALREADY_SETTLED, gateway_rejected, NoAnswer, gateway_rejected, not_voidable, not_voidable
      TRANSACTION_ALREADY_REVERSED_OR_SETTLED, gateway_rejected, NoAnswer, gateway_rejected, not_voidable, not_voidable
      CAPTURE_ALREADY_VOIDED, gateway_rejected, already_undone, already_undone, already_undone, already_undone
      ACCOUNT_NOT_ALLOWED_CREDIT, gateway_misconfigured, gateway_misconfigured, gateway_misconfigured, gateway_misconfigured, gateway_misconfigured
      NOT_VOIDABLE, gateway_rejected, gateway_rejected, gateway_rejected, not_voidable, not_voidable
      SOMETHING_NEW, gateway_rejected, gateway_rejected, gateway_rejected, gateway_rejected, gateway_rejected
      """;

  @ParameterizedTest
  @CsvSource(textBlock = MEANINGS)
  void a_reason_means_this_for_what_was_asked(
      String reason,
      String payment,
      String capture,
      String refund,
      String release,
      String undoing) {
    for (var kind : List.of(Kind.SALE, Kind.AUTHORIZATION, Kind.VERIFICATION)) {
      assertThat(meaning(kind, reason)).isEqualTo(payment);
    }
    assertThat(meaning(Kind.CAPTURE, reason)).isEqualTo(capture);
    assertThat(meaning(Kind.REFUND, reason)).isEqualTo(refund);
    assertThat(meaning(Kind.RELEASE, reason)).isEqualTo(release);
    assertThat(meaning(Kind.VOID, reason)).isEqualTo(undoing);
  }

  @Test
  void every_row_of_the_table_is_tried_above() {
    assertThat(Table.rows("refusals.csv"))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(MEANINGS).contains("\n" + row.getFirst() + ","));
  }

  private static String meaning(Kind kind, String reason) {
    var asked = new Asked(kind, Money.of(100, "USD"), CardNetwork.VISA, null, "70");
    var body = "{\"status\":\"INVALID_REQUEST\",\"reason\":\"" + reason + "\"}";
    var answer = AnswerReader.read(asked, 400, body);
    return switch (answer) {
      case Rejection(var failure) -> failure.code().code();
      case NoAnswer _, Decline _, Approval _ -> answer.getClass().getSimpleName();
      default -> "something else";
    };
  }
}
