package com.pelcro.payments.application.recovery;

import static com.pelcro.payments.application.Outcomes.created;
import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.application.Shop;
import com.pelcro.payments.application.charge.CaptureCharge;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.charge.ChargeState;
import com.pelcro.payments.domain.charge.ChargeState.Authorized;
import com.pelcro.payments.domain.charge.ChargeState.Captured;
import com.pelcro.payments.domain.charge.ChargeState.Declined;
import com.pelcro.payments.domain.charge.ChargeState.Releasing;
import com.pelcro.payments.domain.charge.ChargeState.Voided;
import com.pelcro.payments.domain.charge.ChargeState.Voiding;
import com.pelcro.payments.domain.decline.DeclineCode;
import com.pelcro.payments.domain.gateway.Outcome;
import com.pelcro.payments.domain.gateway.SampleCard;
import com.pelcro.payments.domain.gateway.Standing;
import com.pelcro.payments.domain.gateway.Trouble;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.operation.OperationKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What becomes of a capture, a void or a release whose answer was lost.
class LostFollowUpTest {

  private static final Duration SOON = Duration.ofSeconds(15);
  private static final Duration LONG_ENOUGH = Duration.ofMinutes(30);
  private static final Money ZERO = Money.of(0, "EUR");
  private static final Standing NOTHING = new Standing(ZERO, ZERO, ZERO);

  private final Shop shop = Shop.open();

  @Test
  void a_capture_whose_reply_was_lost_is_found() {
    var charge = capturing(Trouble.REPLY_LOST);
    shop.recover(SOON);
    assertThat(state(charge)).isInstanceOf(Captured.class);
    assertThat(standing(charge)).isEqualTo(new Standing(ZERO, charge.amount(), ZERO));
  }

  @Test
  void a_capture_that_never_arrived_leaves_the_hold_and_can_be_asked_again() {
    var charge = capturing(Trouble.REQUEST_LOST);
    shop.recover(LONG_ENOUGH);
    assertThat(state(charge)).isInstanceOf(Authorized.class);
    var again = created(shop.charges.capture().capture(capture(charge)));
    assertThat(again.state()).isInstanceOf(Captured.class);
    assertThat(standing(charge)).isEqualTo(new Standing(ZERO, charge.amount(), ZERO));
  }

  @Test
  void a_capture_that_arrives_after_it_was_called_absent_is_undone() {
    var charge = capturing(Trouble.ARRIVES_LATE);
    shop.recover(LONG_ENOUGH);
    assertThat(state(charge)).isInstanceOf(Authorized.class);
    shop.gateway.deliverLate();
    shop.recover(Duration.ofHours(2));
    assertThat(state(charge)).isInstanceOf(Authorized.class);
    assertThat(standing(charge)).isEqualTo(new Standing(charge.amount(), ZERO, ZERO));
    assertThat(shop.told()).endsWith("charge.recovered");
  }

  @Test
  void a_void_whose_reply_was_lost_is_found_and_its_hold_released() {
    var charge = voiding(Trouble.REPLY_LOST);
    shop.recover(SOON);
    assertThat(state(charge)).isInstanceOf(Voided.class);
    assertThat(standing(charge)).isEqualTo(NOTHING);
  }

  @Test
  void a_void_that_never_arrived_leaves_the_charge_captured() {
    var charge = voiding(Trouble.REQUEST_LOST);
    shop.recover(Duration.ofMinutes(10));
    assertThat(state(charge)).isInstanceOf(Voiding.class);
    shop.recover(LONG_ENOUGH);
    assertThat(state(charge)).isInstanceOf(Captured.class);
    assertThat(standing(charge)).isEqualTo(new Standing(ZERO, charge.amount(), ZERO));
  }

  @Test
  void a_void_found_after_it_was_called_absent_ends_the_charge_as_it_was_asked_to() {
    var charge = voiding(Trouble.ARRIVES_LATE);
    shop.recover(LONG_ENOUGH);
    shop.gateway.deliverLate();
    shop.recover(Duration.ofHours(2));
    assertThat(state(charge)).isInstanceOf(Voided.class);
    assertThat(standing(charge)).isEqualTo(NOTHING);
    assertThat(shop.charge(charge.id()).needsAttention()).isFalse();
    assertThat(asked(charge, OperationKind.VOID)).as("the gateway undoes once").isEqualTo(1);
  }

  @Test
  void a_void_found_while_a_refund_is_open_waits_for_what_becomes_of_it() {
    var charge = voiding(Trouble.ARRIVES_LATE);
    shop.recover(LONG_ENOUGH);
    shop.gateway.next(Trouble.REQUEST_LOST);
    var _ = created(shop.refund(charge.id(), null));
    shop.gateway.deliverLate();
    shop.recover(Duration.ofHours(2));
    assertThat(state(charge)).isInstanceOf(Voided.class);
    assertThat(standing(charge)).isEqualTo(NOTHING);
    assertThat(shop.charge(charge.id()).needsAttention()).isFalse();
  }

  @Test
  void a_release_found_after_it_was_called_absent_ends_the_charge_as_it_was_asked_to() {
    var charge = releasing(Trouble.ARRIVES_LATE);
    shop.recover(LONG_ENOUGH);
    assertThat(state(charge)).isInstanceOf(Authorized.class);
    shop.gateway.deliverLate();
    shop.recover(Duration.ofHours(2));
    assertThat(state(charge)).isInstanceOf(Voided.class);
    assertThat(standing(charge)).isEqualTo(NOTHING);
  }

  @Test
  void a_void_found_after_part_was_given_back_calls_a_person() {
    var charge = voiding(Trouble.ARRIVES_LATE);
    shop.recover(LONG_ENOUGH);
    var _ = created(shop.refund(charge.id(), 1L));
    shop.gateway.deliverLate();
    shop.recover(Duration.ofHours(2));
    assertThat(shop.charge(charge.id()).needsAttention()).isTrue();
  }

  @Test
  void a_release_that_never_arrived_is_watched_in_vain() {
    var charge = releasing(Trouble.REQUEST_LOST);
    shop.recover(Duration.ofHours(60));
    assertThat(state(charge)).isInstanceOf(Authorized.class);
    assertThat(releases(charge)).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void a_hold_we_do_not_want_is_let_go_of_whatever_happens_on_the_way(Trouble trouble) {
    var charge = holding(trouble);
    assertThat(state(charge)).isInstanceOf(Releasing.class);
    shop.recover(Duration.ofHours(1));
    assertThat(state(charge)).isInstanceOf(Declined.class);
    assertThat(standing(charge)).isEqualTo(NOTHING);
  }

  @Test
  void a_release_that_is_refused_is_asked_again_and_again_until_a_person_is_called() {
    var charge = holding(Trouble.CONNECTION_REFUSED);
    shop.gateway.beforeEachCall(() -> shop.gateway.next(Trouble.CONNECTION_REFUSED));
    shop.recover(Duration.ofHours(25));
    assertThat(state(charge)).isInstanceOf(Releasing.class);
    assertThat(shop.charge(charge.id()).needsAttention()).isTrue();
    assertThat(releases(charge)).isBetween(20L, 200L);
  }

  private long releases(Charge charge) {
    return asked(charge, OperationKind.RELEASE);
  }

  private long asked(Charge charge, OperationKind kind) {
    return shop.storage.operations().timeline(shop.id(), charge.id()).stream()
        .filter(step -> step.kind() == kind && step.outcome() == null)
        .count();
  }

  private Charge holding(Trouble trouble) {
    var card = shop.saved(SampleCard.VISA);
    shop.gateway.next(new Outcome.HeldAgainstRule(DeclineCode.FRAUD_SUSPECTED));
    shop.gateway.beforeEachCall(() -> shop.gateway.beforeEachCall(() -> once(trouble)));
    return created(
        shop.charges.create().create(shop.request(shop.intent(), card.id(), Charge.Mode.SALE)));
  }

  private void once(Trouble trouble) {
    shop.gateway.next(trouble);
    shop.gateway.beforeEachCall(() -> {});
  }

  private Charge capturing(Trouble trouble) {
    var charge = shop.authorized();
    shop.gateway.next(trouble);
    return created(shop.charges.capture().capture(capture(charge)));
  }

  private CaptureCharge.Request capture(Charge charge) {
    return new CaptureCharge.Request(shop.intent(), charge.id(), null);
  }

  private Charge releasing(Trouble trouble) {
    var charge = shop.authorized();
    shop.gateway.next(trouble);
    return created(shop.charges.undo().undo(shop.intent(), charge.id()));
  }

  private Charge voiding(Trouble trouble) {
    var charge = shop.sold();
    shop.gateway.next(trouble);
    return created(shop.charges.undo().undo(shop.intent(), charge.id()));
  }

  private ChargeState state(Charge charge) {
    return shop.charge(charge.id()).state();
  }

  private Standing standing(Charge charge) {
    var asked = shop.storage.operations().timeline(shop.id(), charge.id()).getFirst();
    return shop.gateway.standing(asked.references()).orElseThrow();
  }
}
