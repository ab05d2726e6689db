package com.pelcro.payments.domain.gateway;

import static com.pelcro.payments.domain.gateway.Trouble.CONNECTION_REFUSED;
import static com.pelcro.payments.domain.gateway.Trouble.REQUEST_LOST;
import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.domain.gateway.GatewayAnswer.NoAnswer;
import com.pelcro.payments.domain.gateway.GatewayAnswer.NotSent;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Rejection;
import com.pelcro.payments.domain.money.Money;
import org.junit.jupiter.api.Test;

/// What every adapter does with a payment that exists: captures, voids, releases, refunds.
public abstract class FollowUpsContract extends GatewayContract {

  @Test
  void a_capture_takes_what_was_held() {
    var paid = authorized();
    var _ = captured(paid, AMOUNT);
    assertThat(standing(paid.references())).isEqualTo(taken(AMOUNT));
  }

  @Test
  void a_part_can_be_captured() {
    var paid = authorized();
    var _ = captured(paid, PART);
    assertThat(standing(paid.references()).taken()).isEqualTo(PART);
  }

  @Test
  void a_released_hold_cannot_be_captured() {
    var paid = authorized();
    var _ = approval(payments().release(followUp(paid.target(), AMOUNT)));
    assertThat(payments().capture(followUp(paid.target(), AMOUNT)).answer())
        .isInstanceOf(Rejection.class);
    assertThat(standing(paid.references())).isEqualTo(held(NOTHING));
  }

  @Test
  void a_hold_that_is_released_is_gone() {
    var paid = authorized();
    var _ = approval(payments().release(followUp(paid.target(), AMOUNT)));
    assertThat(standing(paid.references())).isEqualTo(held(NOTHING));
  }

  @Test
  void releasing_a_hold_that_is_gone_counts_as_done() {
    var paid = authorized();
    var _ = approval(payments().release(followUp(paid.target(), AMOUNT)));
    var _ = approval(payments().release(followUp(paid.target(), AMOUNT)));
    assertThat(standing(paid.references())).isEqualTo(held(NOTHING));
  }

  @Test
  void undoing_a_sale_leaves_its_hold_which_can_be_released() {
    var paid = sold();
    var _ = approval(payments().undo(followUp(paid.target(), AMOUNT)));
    assertThat(standing(paid.references())).isEqualTo(held(AMOUNT));
    var _ = approval(payments().release(followUp(paid.target(), AMOUNT)));
    assertThat(standing(paid.references())).isEqualTo(held(NOTHING));
  }

  @Test
  void a_capture_of_its_own_can_be_undone() {
    var paid = authorized();
    var _ = approval(payments().undo(followUp(captured(paid, AMOUNT), AMOUNT)));
    assertThat(standing(paid.references()).taken()).isEqualTo(NOTHING);
  }

  @Test
  void what_has_settled_cannot_be_undone() {
    var paid = sold();
    bench().settleDay();
    assertThat(payments().undo(followUp(paid.target(), AMOUNT)).answer())
        .isInstanceOfSatisfying(
            Rejection.class,
            rejection ->
                assertThat(rejection.failure().code()).isEqualTo(FailureCode.NOT_VOIDABLE));
    assertThat(standing(paid.references())).isEqualTo(taken(AMOUNT));
  }

  @Test
  void what_has_settled_can_be_refunded() {
    var paid = sold();
    bench().settleDay();
    var _ = approval(payments().refund(followUp(paid.target(), AMOUNT)));
    assertThat(standing(paid.references())).isEqualTo(new Standing(NOTHING, AMOUNT, AMOUNT));
  }

  @Test
  void a_sale_can_be_refunded_in_parts() {
    var paid = sold();
    var first = approval(payments().refund(followUp(paid.target(), PART)));
    assertThat(standing(paid.references())).isEqualTo(new Standing(NOTHING, AMOUNT, PART));
    var second = approval(payments().refund(followUp(paid.target(), REST)));
    assertThat(standing(paid.references())).isEqualTo(new Standing(NOTHING, AMOUNT, AMOUNT));
    assertThat(second.reference().transactionId()).isNotEqualTo(first.reference().transactionId());
  }

  @Test
  void a_capture_of_its_own_can_be_refunded() {
    var paid = authorized();
    var _ = approval(payments().refund(followUp(captured(paid, AMOUNT), PART)));
    assertThat(standing(paid.references()).returned()).isEqualTo(PART);
  }

  @Test
  void what_does_not_exist_cannot_be_followed_up() {
    var nowhere = new Target.Payment("7000000000000000000000");
    assertThat(payments().refund(followUp(nowhere, PART)).answer()).isInstanceOf(Rejection.class);
    assertThat(payments().capture(followUp(nowhere, PART)).answer()).isInstanceOf(Rejection.class);
  }

  @Test
  void a_follow_up_that_never_left_did_nothing() {
    var paid = sold();
    bench().next(CONNECTION_REFUSED);
    assertThat(payments().refund(followUp(paid.target(), PART)).answer())
        .isInstanceOf(NotSent.class);
    bench().next(REQUEST_LOST);
    assertThat(payments().refund(followUp(paid.target(), PART)).answer())
        .isInstanceOf(NoAnswer.class);
    assertThat(standing(paid.references())).isEqualTo(taken(AMOUNT));
  }

  @Test
  void wrong_credentials_move_nothing_back() {
    var paid = sold();
    var refund = new FollowUp(bench().stranger(), references(), paid.target(), PART);
    assertThat(payments().refund(refund).answer())
        .isInstanceOfSatisfying(
            Rejection.class,
            rejection ->
                assertThat(rejection.failure().code())
                    .isEqualTo(FailureCode.GATEWAY_CREDENTIALS_REJECTED));
    assertThat(standing(paid.references())).isEqualTo(taken(AMOUNT));
  }

  private Target captured(Paid paid, Money amount) {
    var capture = approval(payments().capture(followUp(paid.target(), amount)));
    return new Target.Capture(capture.reference().transactionId());
  }
}
