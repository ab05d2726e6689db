package com.pelcro.payments.domain.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.pelcro.payments.domain.charge.TestCharges;
import com.pelcro.payments.domain.decline.DeclineCode;
import com.pelcro.payments.domain.decline.DeclineReason;
import com.pelcro.payments.domain.gateway.Failure;
import com.pelcro.payments.domain.gateway.FailureCode;
import com.pelcro.payments.domain.gateway.GatewayAnswer;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Approval;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Decline;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Hold;
import com.pelcro.payments.domain.gateway.GatewayAnswer.NoAnswer;
import com.pelcro.payments.domain.gateway.GatewayAnswer.NotSent;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Rejection;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Review;
import com.pelcro.payments.domain.gateway.GatewayReference;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.refund.RefundState.Done;
import com.pelcro.payments.domain.refund.RefundState.Failed;
import com.pelcro.payments.domain.refund.RefundState.Pending;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RefundTest {

  private static final GatewayReference NEXT = GatewayReference.of("next");
  private static final DeclineReason REASON = DeclineReason.of(DeclineCode.ACCOUNT_CLOSED);
  private static final Failure WRONG = new Failure(FailureCode.GATEWAY_REJECTED, "wrong");

  private final Refund pending = TestRefunds.pending(TestCharges.pendingSale(), 500);

  static Stream<Arguments> answers() {
    var money = Money.of(500, "EUR");
    return Stream.of(
        Arguments.of(new Approval(NEXT, null), new Done(NEXT)),
        Arguments.of(new Hold(NEXT, money, REASON), new Pending()),
        Arguments.of(new Review(NEXT), new Pending()),
        Arguments.of(
            new Decline(REASON, NEXT),
            new Failed(
                new Failure(
                    FailureCode.REFUND_DECLINED, "the issuer declined it: account_closed"))),
        Arguments.of(new Rejection(WRONG), new Failed(WRONG)),
        Arguments.of(
            new NotSent("refused"),
            new Failed(new Failure(FailureCode.GATEWAY_UNAVAILABLE, "refused"))),
        Arguments.of(new NoAnswer("reset"), new Pending()));
  }

  @ParameterizedTest(name = "{0} makes it {1}")
  @MethodSource("answers")
  void an_open_refund_follows_the_table(GatewayAnswer answer, RefundState after) {
    assertThat(pending.resolve(answer, TestRefunds.MADE).state()).isEqualTo(after);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("answers")
  void a_closed_refund_takes_no_answer(GatewayAnswer answer) {
    assertThatIllegalStateException()
        .isThrownBy(() -> TestRefunds.done(pending).resolve(answer, TestRefunds.MADE));
    assertThatIllegalStateException()
        .isThrownBy(() -> TestRefunds.failed(pending).resolve(answer, TestRefunds.MADE));
  }

  @Test
  void a_refund_gives_something_back() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TestRefunds.pending(TestCharges.pendingSale(), 0));
  }
}
