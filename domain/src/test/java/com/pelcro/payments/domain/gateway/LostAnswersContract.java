package com.pelcro.payments.domain.gateway;

import static com.pelcro.payments.domain.decline.DeclineCode.INSUFFICIENT_FUNDS;
import static com.pelcro.payments.domain.gateway.Trouble.ARRIVES_LATE;
import static com.pelcro.payments.domain.gateway.Trouble.CONNECTION_REFUSED;
import static com.pelcro.payments.domain.gateway.Trouble.REPLY_LOST;
import static com.pelcro.payments.domain.gateway.Trouble.REQUEST_LOST;
import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.domain.gateway.Annulment.Annulled;
import com.pelcro.payments.domain.gateway.Annulment.NothingThere;
import com.pelcro.payments.domain.gateway.Finding.Contradiction;
import com.pelcro.payments.domain.gateway.Finding.Found;
import com.pelcro.payments.domain.gateway.Finding.NotFound;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Approval;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Decline;
import com.pelcro.payments.domain.gateway.GatewayAnswer.NoAnswer;
import com.pelcro.payments.domain.operation.OperationKind;
import org.junit.jupiter.api.Test;

/// What every adapter can find out, and undo, when an answer is lost.
public abstract class LostAnswersContract extends GatewayContract {

  @Test
  void a_lost_request_is_no_answer_and_leaves_nothing_to_find_or_undo() {
    var payment = asked(REQUEST_LOST);
    assertThat(found(charge(payment))).isInstanceOf(NotFound.class);
    assertThat(annulled(charge(payment))).isInstanceOf(NothingThere.class);
    assertThat(standing(payment.references())).isEqualTo(held(NOTHING));
  }

  @Test
  void a_lost_reply_is_no_answer_though_the_money_moved() {
    var payment = asked(REPLY_LOST);
    assertThat(standing(payment.references())).isEqualTo(taken(AMOUNT));
  }

  @Test
  void a_sale_whose_reply_was_lost_is_found() {
    var payment = asked(REPLY_LOST);
    assertThat(outcome(charge(payment)))
        .isInstanceOfSatisfying(
            Approval.class,
            approval -> assertThat(approval.reference().transactionId()).isNotBlank());
  }

  @Test
  void what_was_found_can_be_followed_up() {
    var payment = asked(REPLY_LOST);
    var approval = (Approval) outcome(charge(payment));
    var target = new Target.Payment(approval.reference().transactionId());
    var _ = approval(payments().refund(followUp(target, PART)));
    assertThat(standing(payment.references())).isEqualTo(new Standing(NOTHING, AMOUNT, PART));
  }

  @Test
  void a_sale_whose_reply_was_lost_can_be_annulled_with_its_hold() {
    var payment = asked(REPLY_LOST);
    assertThat(annulled(charge(payment))).isInstanceOf(Annulled.class);
    assertThat(standing(payment.references())).isEqualTo(held(NOTHING));
  }

  @Test
  void an_authorization_whose_reply_was_lost_is_found_and_can_be_annulled() {
    var payment = payment();
    bench().next(REPLY_LOST);
    assertThat(payments().authorize(payment).answer()).isInstanceOf(NoAnswer.class);
    var lookup =
        new Lookup(
            integration(),
            OperationKind.CHARGE,
            payment.references(),
            AMOUNT,
            false,
            bench().now());
    assertThat(outcome(lookup)).isInstanceOf(Approval.class);
    assertThat(annulled(lookup)).isInstanceOf(Annulled.class);
    assertThat(standing(payment.references())).isEqualTo(held(NOTHING));
  }

  @Test
  void what_was_annulled_is_no_longer_found_as_approved() {
    var payment = asked(REPLY_LOST);
    assertThat(annulled(charge(payment))).isInstanceOf(Annulled.class);
    assertThat(found(charge(payment)))
        .isNotInstanceOfAny(Finding.Unavailable.class)
        .satisfies(
            finding -> {
              if (finding instanceof Found(var outcome)) {
                assertThat(outcome).isNotInstanceOf(Approval.class);
              }
            });
  }

  @Test
  void a_decline_whose_reply_was_lost_is_found_as_a_decline() {
    var payment = payment();
    bench().next(new Outcome.Declined(INSUFFICIENT_FUNDS));
    bench().next(REPLY_LOST);
    assertThat(payments().sale(payment).answer()).isInstanceOf(NoAnswer.class);
    assertThat(outcome(charge(payment)))
        .isInstanceOfSatisfying(
            Decline.class,
            decline -> assertThat(decline.reason().code()).isEqualTo(INSUFFICIENT_FUNDS));
  }

  @Test
  void what_arrives_late_is_found_once_it_arrived() {
    var payment = asked(ARRIVES_LATE);
    assertThat(found(charge(payment))).isInstanceOf(NotFound.class);
    bench().deliverLate();
    assertThat(outcome(charge(payment))).isInstanceOf(Approval.class);
    assertThat(standing(payment.references())).isEqualTo(taken(AMOUNT));
  }

  @Test
  void an_index_that_lags_finds_nothing_and_everything_later() {
    bench().stopIndex();
    var payment = asked(REPLY_LOST);
    assertThat(found(charge(payment))).isInstanceOf(NotFound.class);
    bench().catchUpIndex();
    assertThat(outcome(charge(payment))).isInstanceOf(Approval.class);
  }

  @Test
  void annulling_needs_no_index() {
    bench().stopIndex();
    var payment = asked(REPLY_LOST);
    assertThat(annulled(charge(payment))).isInstanceOf(Annulled.class);
    assertThat(standing(payment.references()).taken()).isEqualTo(NOTHING);
  }

  @Test
  void another_amount_under_our_references_is_a_contradiction() {
    var payment = asked(REPLY_LOST);
    var other = lookup(OperationKind.CHARGE, payment.references(), PART);
    assertThat(found(other)).isInstanceOf(Contradiction.class);
  }

  @Test
  void a_look_up_without_a_gateway_proves_nothing() {
    var payment = asked(REPLY_LOST);
    bench().next(CONNECTION_REFUSED);
    assertThat(found(charge(payment))).isInstanceOf(Finding.Unavailable.class);
    bench().next(REQUEST_LOST);
    assertThat(found(charge(payment))).isInstanceOf(Finding.Unavailable.class);
  }

  @Test
  void a_look_up_with_wrong_credentials_proves_nothing() {
    var payment = asked(REPLY_LOST);
    var stranger =
        new Lookup(
            bench().stranger(),
            OperationKind.CHARGE,
            payment.references(),
            AMOUNT,
            true,
            bench().now());
    assertThat(found(stranger)).isInstanceOf(Finding.Unavailable.class);
    assertThat(annulled(stranger)).isInstanceOf(Annulment.Unknown.class);
  }

  @Test
  void an_annulment_whose_own_reply_is_lost_proves_nothing() {
    var payment = asked(REPLY_LOST);
    bench().next(REPLY_LOST);
    assertThat(annulled(charge(payment))).isInstanceOf(Annulment.Unknown.class);
    bench().next(CONNECTION_REFUSED);
    assertThat(annulled(charge(payment))).isInstanceOf(Annulment.Unknown.class);
  }

  @Test
  void a_capture_whose_reply_was_lost_is_found() {
    var paid = authorized();
    var capture = followUp(paid.target(), AMOUNT);
    bench().next(REPLY_LOST);
    assertThat(payments().capture(capture).answer()).isInstanceOf(NoAnswer.class);
    assertThat(outcome(lookup(OperationKind.CAPTURE, capture.references(), AMOUNT)))
        .isInstanceOf(Approval.class);
    assertThat(standing(paid.references()).taken()).isEqualTo(AMOUNT);
  }

  @Test
  void a_refund_whose_reply_was_lost_is_found_and_can_be_annulled() {
    var paid = sold();
    var refund = followUp(paid.target(), PART);
    bench().next(REPLY_LOST);
    assertThat(payments().refund(refund).answer()).isInstanceOf(NoAnswer.class);
    var lookup = lookup(OperationKind.REFUND, refund.references(), PART);
    assertThat(outcome(lookup)).isInstanceOf(Approval.class);
    assertThat(annulled(lookup)).isInstanceOf(Annulled.class);
    assertThat(standing(paid.references())).isEqualTo(taken(AMOUNT));
  }

  private Instruction asked(Trouble trouble) {
    var payment = payment();
    bench().next(trouble);
    assertThat(payments().sale(payment).answer()).isInstanceOf(NoAnswer.class);
    return payment;
  }

  private Lookup charge(Instruction payment) {
    return lookup(OperationKind.CHARGE, payment.references(), AMOUNT);
  }

  private GatewayAnswer outcome(Lookup lookup) {
    var finding = found(lookup);
    assertThat(finding).isInstanceOf(Found.class);
    return ((Found) finding).outcome();
  }
}
