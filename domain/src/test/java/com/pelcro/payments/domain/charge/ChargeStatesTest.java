package com.pelcro.payments.domain.charge;

import static com.pelcro.payments.domain.charge.TestCharges.AMOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.pelcro.payments.domain.charge.Charge.Mode;
import com.pelcro.payments.domain.charge.ChargeState.Authorized;
import com.pelcro.payments.domain.charge.ChargeState.Captured;
import com.pelcro.payments.domain.charge.ChargeState.Capturing;
import com.pelcro.payments.domain.charge.ChargeState.Declined;
import com.pelcro.payments.domain.charge.ChargeState.Failed;
import com.pelcro.payments.domain.charge.ChargeState.InReview;
import com.pelcro.payments.domain.charge.ChargeState.Open;
import com.pelcro.payments.domain.charge.ChargeState.Pending;
import com.pelcro.payments.domain.charge.ChargeState.Releasing;
import com.pelcro.payments.domain.charge.ChargeState.Voided;
import com.pelcro.payments.domain.charge.ChargeState.Voiding;
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
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every state under every answer.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ChargeStatesTest {

  private static final Instant LATER = TestCharges.MADE.plusSeconds(9);
  private static final GatewayReference PAYMENT = GatewayReference.of("payment");
  private static final GatewayReference NEXT = GatewayReference.of("next");
  private static final Money PART = Money.of(500, "EUR");
  private static final DeclineReason REASON = DeclineReason.of(DeclineCode.PARTIAL_APPROVAL);

  private static final GatewayAnswer APPROVAL = new Approval(NEXT, null);
  private static final GatewayAnswer HOLD = new Hold(NEXT, PART, REASON);
  private static final GatewayAnswer REVIEW = new Review(NEXT);
  private static final GatewayAnswer DECLINE = new Decline(REASON, NEXT);
  private static final Failure WRONG = new Failure(FailureCode.GATEWAY_REJECTED, "wrong");
  private static final GatewayAnswer REJECTION = new Rejection(WRONG);
  private static final GatewayAnswer UNDONE =
      new Rejection(new Failure(FailureCode.ALREADY_UNDONE, "undone before"));
  private static final GatewayAnswer STRANGERS =
      new Rejection(new Failure(FailureCode.GATEWAY_CREDENTIALS_REJECTED, "who are you?"));
  private static final GatewayAnswer NOT_SENT = new NotSent("refused");
  private static final GatewayAnswer NO_ANSWER = new NoAnswer("reset");
  private static final List<GatewayAnswer> ANSWERS =
      List.of(APPROVAL, HOLD, REVIEW, DECLINE, REJECTION, UNDONE, STRANGERS, NOT_SENT, NO_ANSWER);

  private static final Captured SOLD = new Captured(PAYMENT, PAYMENT, AMOUNT);
  private static final Captured PARTLY = new Captured(PAYMENT, NEXT, PART);
  private static final Authorized HELD = new Authorized(PAYMENT);
  private static final Declined NO = new Declined(REASON, NEXT);
  private static final Releasing LETTING_GO = new Releasing(NEXT, PART, NO);
  private static final Releasing LEFT_BY_VOID = new Releasing(PAYMENT, AMOUNT, new Voided(PAYMENT));
  private static final InReview LOOKED_AT = new InReview(PAYMENT);
  private static final Capturing TAKING = new Capturing(PAYMENT, PART);
  private static final Failed UNREACHED =
      new Failed(new Failure(FailureCode.GATEWAY_UNAVAILABLE, "refused"));

  static Stream<Arguments> edges() {
    return Stream.of(
            sale(new Pending(), APPROVAL, new Captured(NEXT, NEXT, AMOUNT)),
            hold(new Pending(), APPROVAL, new Authorized(NEXT)),
            both(new Pending(), HOLD, LETTING_GO),
            both(new Pending(), REVIEW, new InReview(NEXT)),
            both(new Pending(), DECLINE, NO),
            both(new Pending(), REJECTION, new Failed(WRONG)),
            both(new Pending(), NOT_SENT, UNREACHED),
            both(new Pending(), NO_ANSWER, new Pending()),
            sale(LOOKED_AT, APPROVAL, new Captured(NEXT, NEXT, AMOUNT)),
            hold(LOOKED_AT, APPROVAL, new Authorized(NEXT)),
            both(LOOKED_AT, HOLD, LETTING_GO),
            both(LOOKED_AT, DECLINE, NO),
            stays(LOOKED_AT, REVIEW, REJECTION, NOT_SENT, NO_ANSWER),
            hold(TAKING, APPROVAL, PARTLY),
            hold(TAKING, DECLINE, HELD),
            hold(TAKING, REJECTION, HELD),
            hold(TAKING, NOT_SENT, HELD),
            stays(TAKING, HOLD, REVIEW, NO_ANSWER),
            hold(new Voiding(HELD), APPROVAL, new Voided(PAYMENT)),
            hold(new Voiding(HELD), UNDONE, new Voided(PAYMENT)),
            hold(new Voiding(HELD), DECLINE, HELD),
            hold(new Voiding(HELD), REJECTION, HELD),
            hold(new Voiding(HELD), NOT_SENT, HELD),
            stays(new Voiding(HELD), HOLD, REVIEW, NO_ANSWER),
            sale(new Voiding(SOLD), APPROVAL, LEFT_BY_VOID),
            sale(new Voiding(SOLD), UNDONE, LEFT_BY_VOID),
            sale(new Voiding(SOLD), DECLINE, SOLD),
            sale(new Voiding(SOLD), REJECTION, SOLD),
            sale(new Voiding(SOLD), NOT_SENT, SOLD),
            stays(new Voiding(SOLD), HOLD, REVIEW, NO_ANSWER),
            hold(new Voiding(PARTLY), APPROVAL, LEFT_BY_VOID),
            both(LETTING_GO, APPROVAL, NO),
            both(LETTING_GO, UNDONE, NO),
            stays(LETTING_GO, HOLD, REVIEW, DECLINE, REJECTION, NOT_SENT, NO_ANSWER),
            both(LEFT_BY_VOID, APPROVAL, new Voided(PAYMENT)),
            both(LEFT_BY_VOID, REJECTION, new Voided(PAYMENT)),
            both(LEFT_BY_VOID, UNDONE, new Voided(PAYMENT)),
            stays(LEFT_BY_VOID, HOLD, REVIEW, DECLINE, STRANGERS, NOT_SENT, NO_ANSWER))
        .flatMap(edges -> edges);
  }

  @ParameterizedTest(name = "{0}: {1} under {2} becomes {3}")
  @MethodSource("edges")
  void an_open_charge_follows_the_table(
      Mode mode, ChargeState before, GatewayAnswer answer, ChargeState after) {
    var charge = in(mode, before);
    var resolved = charge.resolve(answer, LATER);
    assertThat(resolved).isEqualTo(at(LATER, TestCharges.in(after, charge)));
  }

  static Stream<Arguments> closedUnderAnyAnswer() {
    return Stream.of(SOLD, PARTLY, HELD, NO, UNREACHED, new Voided(PAYMENT))
        .flatMap(state -> ANSWERS.stream().map(answer -> Arguments.of(state, answer)));
  }

  @ParameterizedTest(name = "{0} under {1}")
  @MethodSource("closedUnderAnyAnswer")
  void a_charge_that_awaits_nothing_takes_no_answer(ChargeState state, GatewayAnswer answer) {
    assertThat(state).isNotInstanceOf(Open.class);
    assertThatIllegalStateException().isThrownBy(() -> in(Mode.SALE, state).resolve(answer, LATER));
  }

  private static Stream<Arguments> sale(
      ChargeState before, GatewayAnswer answer, ChargeState after) {
    return Stream.of(Arguments.of(Mode.SALE, before, answer, after));
  }

  private static Stream<Arguments> hold(
      ChargeState before, GatewayAnswer answer, ChargeState after) {
    return Stream.of(Arguments.of(Mode.AUTHORIZATION, before, answer, after));
  }

  private static Stream<Arguments> both(
      ChargeState before, GatewayAnswer answer, ChargeState after) {
    return Stream.concat(sale(before, answer, after), hold(before, answer, after));
  }

  private static Stream<Arguments> stays(ChargeState state, GatewayAnswer... answers) {
    return Stream.of(answers).flatMap(answer -> both(state, answer, state));
  }

  private static Charge in(Mode mode, ChargeState state) {
    var pending =
        mode == Mode.SALE ? TestCharges.pendingSale() : TestCharges.pendingAuthorization();
    return TestCharges.in(state, pending);
  }

  private static Charge at(Instant now, Charge charge) {
    return new Charge(
        charge.id(),
        charge.site(),
        charge.customer(),
        charge.method(),
        charge.gateway(),
        charge.amount(),
        charge.mode(),
        charge.state(),
        charge.refunds(),
        charge.needsAttention(),
        charge.notes(),
        charge.renewal(),
        charge.createdAt(),
        now);
  }
}
