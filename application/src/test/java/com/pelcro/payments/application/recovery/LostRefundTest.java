package com.pelcro.payments.application.recovery;

import static com.pelcro.payments.application.Outcomes.created;
import static com.pelcro.payments.application.Outcomes.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.application.Refusal;
import com.pelcro.payments.application.Shop;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.charge.ChargeState.Voided;
import com.pelcro.payments.domain.gateway.FailureCode;
import com.pelcro.payments.domain.gateway.Standing;
import com.pelcro.payments.domain.gateway.Trouble;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.operation.OperationKind;
import com.pelcro.payments.domain.refund.Refund;
import com.pelcro.payments.domain.refund.RefundState;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What becomes of a refund whose answer was lost, and of one that is a void first.
class LostRefundTest {

  private static final Duration SOON = Duration.ofSeconds(15);
  private static final Duration LONG_ENOUGH = Duration.ofMinutes(30);
  private static final Money ZERO = Money.of(0, "EUR");
  private static final Money PART = Money.of(990, "EUR");

  private final Shop shop = Shop.open();
  private final Charge charge = shop.sold();

  @Test
  void a_refund_whose_reply_was_lost_is_found() {
    var refund = lost(990L, Trouble.REPLY_LOST);
    shop.recover(SOON);
    assertThat(state(refund)).isInstanceOf(RefundState.Done.class);
    assertThat(standing()).isEqualTo(new Standing(ZERO, charge.amount(), PART));
    assertThat(shop.charge(charge.id()).refunds().done()).isEqualTo(PART);
  }

  @Test
  void a_refund_that_never_arrived_gives_its_reservation_back() {
    var refund = lost(990L, Trouble.REQUEST_LOST);
    shop.recover(LONG_ENOUGH);
    assertThat(state(refund))
        .isInstanceOfSatisfying(
            RefundState.Failed.class,
            failed -> assertThat(failed.failure().code()).isEqualTo(FailureCode.ABSENT));
    assertThat(shop.charge(charge.id()).refundable()).isEqualTo(charge.amount());
  }

  @Test
  void open_refund_and_another_one_never_give_back_more_than_was_taken() {
    var _ = lost(1500L, Trouble.REPLY_LOST);
    assertThat(refusal(shop.refund(charge.id(), 1500L))).isInstanceOf(Refusal.AmountTooLarge.class);
    shop.recover(SOON);
    assertThat(refusal(shop.refund(charge.id(), 1500L))).isInstanceOf(Refusal.AmountTooLarge.class);
    assertThat(standing().returned()).isEqualTo(Money.of(1500, "EUR"));
  }

  @Test
  void a_refund_that_arrives_after_it_was_called_absent_is_undone() {
    var refund = lost(990L, Trouble.ARRIVES_LATE);
    shop.recover(LONG_ENOUGH);
    shop.gateway.deliverLate();
    assertThat(standing().returned()).isEqualTo(PART);
    shop.recover(Duration.ofHours(2));
    assertThat(standing().returned()).isEqualTo(ZERO);
    assertThat(state(refund)).isInstanceOf(RefundState.Failed.class);
  }

  @Test
  void an_unsettled_full_return_is_a_void_first_and_its_hold_released() {
    var refund = created(shop.refund(charge.id(), null));
    assertThat(refund.state()).isInstanceOf(RefundState.Done.class);
    assertThat(kinds())
        .containsExactly(OperationKind.CHARGE, OperationKind.VOID, OperationKind.RELEASE);
    assertThat(standing()).isEqualTo(new Standing(ZERO, ZERO, ZERO));
    assertThat(shop.charge(charge.id()).refunds().done()).isEqualTo(charge.amount());
  }

  @Test
  void a_full_return_that_has_settled_falls_through_to_a_refund() {
    shop.gateway.settleDay();
    var refund = created(shop.refund(charge.id(), null));
    assertThat(refund.state()).isInstanceOf(RefundState.Done.class);
    assertThat(kinds())
        .containsExactly(OperationKind.CHARGE, OperationKind.VOID, OperationKind.REFUND);
    assertThat(standing()).isEqualTo(new Standing(ZERO, charge.amount(), charge.amount()));
  }

  @Test
  void a_day_later_a_full_return_is_a_refund() {
    shop.clock.advance(Duration.ofHours(24));
    var _ = created(shop.refund(charge.id(), null));
    assertThat(kinds()).containsExactly(OperationKind.CHARGE, OperationKind.REFUND);
  }

  @Test
  void a_part_is_refunded_and_so_is_the_rest() {
    var _ = created(shop.refund(charge.id(), 990L));
    var _ = created(shop.refund(charge.id(), null));
    assertThat(kinds())
        .containsExactly(OperationKind.CHARGE, OperationKind.REFUND, OperationKind.REFUND);
  }

  @Test
  void a_void_for_a_refund_whose_reply_was_lost_is_found_and_its_hold_released() {
    var refund = lost(null, Trouble.REPLY_LOST);
    shop.recover(SOON);
    assertThat(state(refund)).isInstanceOf(RefundState.Done.class);
    assertThat(standing()).isEqualTo(new Standing(ZERO, ZERO, ZERO));
  }

  @Test
  void a_void_for_a_refund_that_never_arrived_is_followed_by_the_refund() {
    var refund = lost(null, Trouble.REQUEST_LOST);
    shop.recover(LONG_ENOUGH);
    assertThat(state(refund)).isInstanceOf(RefundState.Done.class);
    assertThat(standing()).isEqualTo(new Standing(ZERO, charge.amount(), charge.amount()));
  }

  @Test
  void a_void_for_a_refund_that_turns_up_after_the_refund_came_to_nothing_voids_the_charge() {
    var refund = lost(null, Trouble.ARRIVES_LATE);
    shop.gateway.beforeEachCall(this::loseRefund);
    shop.recover(LONG_ENOUGH);
    shop.gateway.deliverFirstLate();
    shop.recover(Duration.ofHours(2));
    assertThat(state(refund)).isInstanceOf(RefundState.Failed.class);
    assertThat(shop.charge(charge.id()).state()).isInstanceOf(Voided.class);
    assertThat(shop.charge(charge.id()).needsAttention()).isFalse();
    assertThat(standing()).isEqualTo(new Standing(ZERO, ZERO, ZERO));
  }

  @Test
  void a_hold_left_by_a_void_for_a_refund_is_asked_away_until_it_is_gone() {
    shop.gateway.beforeEachCall(
        () -> shop.gateway.beforeEachCall(() -> shop.gateway.next(Trouble.CONNECTION_REFUSED)));
    var refund = created(shop.refund(charge.id(), null));
    assertThat(refund.state()).isInstanceOf(RefundState.Done.class);
    assertThat(standing().held()).isEqualTo(charge.amount());
    shop.gateway.beforeEachCall(() -> {});
    shop.recover(Duration.ofMinutes(5));
    assertThat(standing().held()).isEqualTo(ZERO);
  }

  @Test
  void a_refund_that_cannot_be_found_out_calls_a_person_and_blocks_the_money() {
    var _ = lost(990L, Trouble.REPLY_LOST);
    shop.gateway.beforeEachCall(() -> shop.gateway.next(Trouble.CONNECTION_REFUSED));
    shop.recover(Duration.ofHours(25));
    assertThat(shop.charge(charge.id()).needsAttention()).isTrue();
    assertThat(refusal(shop.refund(charge.id(), 100L))).isInstanceOf(Refusal.InvalidState.class);
  }

  /// The first call after it was written down is the refund itself.
  private void loseRefund() {
    if (kinds().getLast() == OperationKind.REFUND) {
      shop.gateway.next(Trouble.REQUEST_LOST);
      shop.gateway.beforeEachCall(() -> {});
    }
  }

  private Refund lost(@Nullable Long minorUnits, Trouble trouble) {
    shop.gateway.next(trouble);
    return created(shop.refund(charge.id(), minorUnits));
  }

  private RefundState state(Refund refund) {
    return shop.storage.refunds().find(shop.id(), refund.id()).orElseThrow().state();
  }

  private List<OperationKind> kinds() {
    return shop.storage.operations().timeline(shop.id(), charge.id()).stream()
        .filter(step -> step.outcome() == null)
        .map(step -> step.kind())
        .toList();
  }

  private Standing standing() {
    var asked = shop.storage.operations().timeline(shop.id(), charge.id()).getFirst();
    return shop.gateway.standing(asked.references()).orElseThrow();
  }
}
