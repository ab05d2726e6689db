package com.pelcro.payments.domain.gateway;

import static com.pelcro.payments.domain.decline.DeclineCode.AVS_MISMATCH;
import static com.pelcro.payments.domain.decline.DeclineCode.FRAUD_SUSPECTED;
import static com.pelcro.payments.domain.decline.DeclineCode.INCORRECT_CVN;
import static com.pelcro.payments.domain.decline.DeclineCode.INSUFFICIENT_FUNDS;
import static com.pelcro.payments.domain.decline.DeclineCode.PARTIAL_APPROVAL;
import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.domain.decline.DeclineCode;
import com.pelcro.payments.domain.gateway.ConnectionCheck.Verdict;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Approval;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Decline;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Hold;
import com.pelcro.payments.domain.gateway.GatewayAnswer.NoAnswer;
import com.pelcro.payments.domain.gateway.GatewayAnswer.NotSent;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Rejection;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Review;
import com.pelcro.payments.domain.operation.OperationKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What every adapter's [PaymentGateway] does with payments and with each kind of no.
public abstract class PaymentGatewayContract extends GatewayContract {

  @Test
  void an_approved_sale_takes_the_money() {
    var payment = payment();
    var approval = approval(payments().sale(payment));
    assertThat(approval.reference().transactionId()).isNotBlank();
    assertThat(approval.card()).isNull();
    assertThat(standing(payment.references())).isEqualTo(taken(AMOUNT));
  }

  @Test
  void an_approved_authorization_holds_the_money() {
    var payment = payment();
    var approval = approval(payments().authorize(payment));
    assertThat(approval.card()).isNull();
    assertThat(standing(payment.references())).isEqualTo(held(AMOUNT));
  }

  @Test
  void two_payments_are_two_transactions() {
    var first = sold().approval().reference();
    var second = sold().approval().reference();
    assertThat(second.transactionId()).isNotEqualTo(first.transactionId());
  }

  @Test
  void every_answer_comes_with_what_was_seen() {
    var evidence = payments().sale(payment()).evidence();
    assertThat(evidence.asked()).isNotBlank();
    assertThat(evidence.answered()).isNotBlank();
    assertThat(evidence.httpStatus()).isNotNull();
    assertThat(evidence.took().isNegative()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(names = {"INSUFFICIENT_FUNDS", "EXPIRED_CARD", "LOST_OR_STOLEN", "GENERIC_DECLINE"})
  void a_decline_says_why_and_moves_nothing(DeclineCode why) {
    var payment = payment();
    bench().next(new Outcome.Declined(why));
    var answer = payments().sale(payment).answer();
    assertThat(answer).isInstanceOf(Decline.class);
    assertThat(((Decline) answer).reason().code()).isEqualTo(why);
    assertThat(standing(payment.references())).isEqualTo(held(NOTHING));
  }

  @Test
  void a_declined_authorization_holds_nothing() {
    var payment = payment();
    bench().next(new Outcome.Declined(INSUFFICIENT_FUNDS));
    assertThat(payments().authorize(payment).answer()).isInstanceOf(Decline.class);
    assertThat(standing(payment.references())).isEqualTo(held(NOTHING));
  }

  @Test
  void a_partial_approval_is_a_hold_over_what_was_approved() {
    var payment = payment();
    bench().next(new Outcome.PartlyApproved(PART));
    var hold = hold(payments().sale(payment));
    assertThat(hold.held()).isEqualTo(PART);
    assertThat(hold.reason().code()).isEqualTo(PARTIAL_APPROVAL);
    assertThat(standing(payment.references())).isEqualTo(held(PART));
  }

  @Test
  void the_hold_of_a_partial_approval_can_be_released() {
    var payment = payment();
    bench().next(new Outcome.PartlyApproved(PART));
    var hold = hold(payments().sale(payment));
    var target = new Target.Payment(hold.reference().transactionId());
    var _ = approval(payments().release(followUp(target, hold.held())));
    assertThat(standing(payment.references())).isEqualTo(held(NOTHING));
  }

  @Test
  void a_payment_against_a_fraud_rule_is_a_hold() {
    against(FRAUD_SUSPECTED);
  }

  @Test
  void a_payment_with_another_address_is_a_hold() {
    against(AVS_MISMATCH);
  }

  @Test
  void a_payment_with_another_security_code_is_a_hold() {
    against(INCORRECT_CVN);
  }

  private void against(DeclineCode rule) {
    var payment = payment();
    bench().next(new Outcome.HeldAgainstRule(rule));
    var hold = hold(payments().authorize(payment));
    assertThat(hold.held()).isEqualTo(AMOUNT);
    assertThat(hold.reason().code()).isEqualTo(rule);
    assertThat(standing(payment.references())).isEqualTo(held(AMOUNT));
  }

  @Test
  void a_payment_under_review_is_neither_yes_nor_no() {
    var payment = reviewed();
    assertThat(found(lookup(OperationKind.CHARGE, payment.references(), AMOUNT)))
        .isInstanceOfSatisfying(
            Finding.Found.class, found -> assertThat(found.outcome()).isInstanceOf(Review.class));
    assertThat(standing(payment.references()).taken()).isEqualTo(NOTHING);
  }

  @Test
  void an_accepted_review_takes_the_money() {
    var payment = reviewed();
    bench().decide(payment.references(), ReviewVerdict.ACCEPT);
    assertThat(found(lookup(OperationKind.CHARGE, payment.references(), AMOUNT)))
        .isInstanceOfSatisfying(
            Finding.Found.class, found -> assertThat(found.outcome()).isInstanceOf(Approval.class));
    assertThat(standing(payment.references()).taken()).isEqualTo(AMOUNT);
  }

  @Test
  void a_rejected_review_is_a_no() {
    var payment = reviewed();
    bench().decide(payment.references(), ReviewVerdict.REJECT);
    assertThat(found(lookup(OperationKind.CHARGE, payment.references(), AMOUNT)))
        .isInstanceOfSatisfying(
            Finding.Found.class,
            found -> assertThat(found.outcome()).isInstanceOfAny(Hold.class, Decline.class));
    assertThat(standing(payment.references()).taken()).isEqualTo(NOTHING);
  }

  private Instruction reviewed() {
    var payment = payment();
    bench().next(new Outcome.SentToReview());
    assertThat(payments().sale(payment).answer()).isInstanceOf(Review.class);
    return payment;
  }

  @Test
  void a_wrong_request_is_rejected_and_moves_nothing() {
    var payment = payment();
    bench().next(new Outcome.FoundWrong());
    assertThat(payments().sale(payment).answer()).isInstanceOf(Rejection.class);
    assertThat(standing(payment.references())).isEqualTo(held(NOTHING));
  }

  @Test
  void without_a_connection_nothing_is_sent() {
    var payment = payment();
    bench().next(Trouble.CONNECTION_REFUSED);
    assertThat(payments().sale(payment).answer()).isInstanceOf(NotSent.class);
    assertThat(standing(payment.references())).isEqualTo(held(NOTHING));
  }

  @Test
  void wrong_credentials_are_a_rejection_and_no_decline() {
    var card = new PaymentSource.Once(typed(SampleCard.VISA));
    var payment = instruction(bench().stranger(), card, new Initiation.CustomerOnce());
    assertThat(payments().sale(payment).answer())
        .isInstanceOfSatisfying(
            Rejection.class,
            rejection ->
                assertThat(rejection.failure().code())
                    .isEqualTo(FailureCode.GATEWAY_CREDENTIALS_REJECTED));
    assertThat(standing(payment.references())).isEqualTo(held(NOTHING));
  }

  @Test
  void the_same_references_never_move_money_twice() {
    var first = payment();
    var _ = approval(payments().sale(first));
    var again =
        new Instruction(
            integration(),
            first.references(),
            AMOUNT,
            new PaymentSource.Once(typed(SampleCard.VISA)),
            new Initiation.CustomerOnce());
    assertThat(payments().sale(again).answer()).isInstanceOf(NoAnswer.class);
    assertThat(standing(first.references())).isEqualTo(taken(AMOUNT));
  }

  @Test
  void a_check_of_settings_that_work_finds_no_fault() {
    assertThat(payments().check(integration()).verdict()).isEqualTo(Verdict.OK);
  }

  @Test
  void a_check_tells_credentials_from_a_gateway_out_of_reach() {
    assertThat(payments().check(bench().stranger()).verdict())
        .isEqualTo(Verdict.CREDENTIALS_REJECTED);
    bench().next(Trouble.CONNECTION_REFUSED);
    assertThat(payments().check(integration()).verdict()).isEqualTo(Verdict.UNREACHABLE);
  }

  private static Hold hold(Witnessed<GatewayAnswer> heard) {
    assertThat(heard.answer()).isInstanceOf(Hold.class);
    return (Hold) heard.answer();
  }
}
