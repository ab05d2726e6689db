package com.pelcro.payments.cybersource.json;

import static com.pelcro.payments.cybersource.json.Answering.AMOUNT;
import static com.pelcro.payments.cybersource.json.Answering.assertNoAnswer;
import static com.pelcro.payments.cybersource.json.Answering.assertRejection;
import static com.pelcro.payments.cybersource.json.Answering.followUp;
import static com.pelcro.payments.cybersource.json.Answering.read;
import static com.pelcro.payments.cybersource.json.Answering.status;
import static com.pelcro.payments.cybersource.json.Answering.wrong;
import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.cybersource.json.Asked.Kind;
import com.pelcro.payments.domain.gateway.FailureCode;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Approval;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Decline;
import com.pelcro.payments.domain.gateway.GatewayReference;
import org.junit.jupiter.api.Test;

class FollowUpAnswersTest {

  @Test
  void follow_ups_are_done_in_their_own_words() {
    assertDone(Kind.CAPTURE, "PENDING", "TRANSMITTED");
    assertDone(Kind.REFUND, "PENDING", "TRANSMITTED");
    assertDone(Kind.RELEASE, "REVERSED");
    assertDone(Kind.VOID, "VOIDED", "CANCELLED");
    assertNoAnswer(read(Kind.CAPTURE, 201, status("REVERSED")));
    assertNoAnswer(read(Kind.REFUND, 201, status("VOIDED")));
    assertNoAnswer(read(Kind.RELEASE, 201, status("PENDING")));
    assertNoAnswer(read(Kind.VOID, 201, status("PENDING")));
  }

  @Test
  void a_refund_can_be_declined_and_a_void_can_fail_with_201() {
    var declined =
        "{\"id\":\"7\",\"status\":\"DECLINED\",\"errorInformation\":{\"reason\":\"INVALID_ACCOUNT\"}}";
    assertThat(read(Kind.REFUND, 201, declined)).isInstanceOf(Decline.class);
    assertRejection(read(Kind.VOID, 201, status("FAILED")), FailureCode.NOT_VOIDABLE);
    assertRejection(read(Kind.RELEASE, 201, status("FAILED")), FailureCode.GATEWAY_REJECTED);
  }

  @Test
  void a_follow_up_over_other_money_is_no_answer() {
    assertNoAnswer(
        read(Kind.REFUND, 201, followUp("PENDING", "refundAmountDetails", "refundAmount", "5.00")));
    assertNoAnswer(
        read(Kind.VOID, 201, followUp("VOIDED", "voidAmountDetails", "voidAmount", "5.00")));
    assertNoAnswer(
        read(
            Kind.RELEASE,
            201,
            followUp("REVERSED", "reversalAmountDetails", "reversedAmount", "5.00")));
    assertThat(
            read(
                Kind.REFUND,
                201,
                followUp("PENDING", "refundAmountDetails", "refundAmount", "19.90")))
        .isInstanceOf(Approval.class);
  }

  @Test
  void a_hold_that_is_gone_already_counts_as_released() {
    var asked = Asked.followUp(Kind.RELEASE, AMOUNT, "70");
    assertThat(AnswerReader.read(asked, 400, wrong("AUTH_ALREADY_REVERSED")))
        .isEqualTo(new Approval(GatewayReference.of("70"), null));
  }

  private static void assertDone(Kind kind, String... statuses) {
    for (var status : statuses) {
      assertThat(read(kind, 201, status(status))).isInstanceOf(Approval.class);
    }
  }
}
