package com.pelcro.payments.application.charge;

import static com.pelcro.payments.application.Outcomes.created;
import static com.pelcro.payments.application.Outcomes.refusal;
import static com.pelcro.payments.application.Outcomes.repeated;
import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.application.Once;
import com.pelcro.payments.application.Refusal;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Shop;
import com.pelcro.payments.application.Together;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.charge.ChargeState.Authorized;
import com.pelcro.payments.domain.charge.ChargeState.Captured;
import com.pelcro.payments.domain.charge.ChargeState.Releasing;
import com.pelcro.payments.domain.charge.ChargeState.Voided;
import com.pelcro.payments.domain.charge.ChargeState.Voiding;
import com.pelcro.payments.domain.gateway.memory.Movement.Kind;
import com.pelcro.payments.domain.money.AskedAmount;
import com.pelcro.payments.domain.operation.OperationKind;
import com.pelcro.payments.domain.site.IntegrationStatus;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class VoidChargeTest {

  private final Shop shop = Shop.open();

  @Test
  void a_hold_is_let_go() {
    var charge = created(undo(shop.authorized()));
    assertThat(charge.state()).isInstanceOf(Voided.class);
    assertThat(shop.gateway.ledger().kinds()).containsExactly(Kind.AUTHORIZATION, Kind.REVERSAL);
    assertThat(shop.told()).endsWith("charge.pending", "charge.voided");
  }

  @Test
  void a_sale_is_undone_and_then_its_hold_let_go() {
    var charge = created(undo(shop.sold()));
    assertThat(charge.state()).isInstanceOf(Voided.class);
    assertThat(charge.captured().isZero()).isTrue();
    assertThat(shop.gateway.ledger().kinds()).containsExactly(Kind.SALE, Kind.VOID, Kind.REVERSAL);
  }

  @Test
  void a_capture_is_undone_and_then_its_hold_let_go() {
    var held = shop.authorized();
    var capture = new CaptureCharge.Request(shop.intent(), held.id(), new AskedAmount(500, null));
    var charge = created(undo(created(shop.charges.capture().capture(capture))));
    assertThat(charge.state()).isInstanceOf(Voided.class);
    assertThat(shop.gateway.ledger().kinds())
        .containsExactly(Kind.AUTHORIZATION, Kind.CAPTURE, Kind.VOID, Kind.REVERSAL);
    assertThat(shop.gateway.ledger().sum(Kind.REVERSAL)).isEqualTo(1990);
  }

  @Test
  void what_has_settled_is_to_be_refunded() {
    var sold = shop.sold();
    shop.gateway.settleDay();
    var refused = refusal(Refusal.InvalidState.class, undo(sold));
    assertThat(refused.why()).contains("refund");
    assertThat(shop.charge(sold.id()).state()).isEqualTo(sold.state());
    var _ = created(shop.refund(sold.id(), null));
  }

  @Test
  void a_charge_that_was_refunded_in_part_cannot_be_voided() {
    var sold = shop.sold();
    var _ = created(shop.refund(sold.id(), 1L));
    refusal(Refusal.InvalidState.class, undo(sold));
    assertThat(shop.gateway.ledger().of(Kind.VOID)).isEmpty();
  }

  @Test
  void a_charge_with_an_open_refund_cannot_be_voided() {
    var sold = shop.sold();
    shop.gateway.loseNextRequest();
    var _ = created(shop.refund(sold.id(), 1L));
    refusal(Refusal.InvalidState.class, undo(sold));
  }

  @Test
  void a_voided_charge_cannot_be_voided_again() {
    var charge = created(undo(shop.sold()));
    refusal(Refusal.InvalidState.class, undo(charge));
  }

  @Test
  void a_repeat_answers_the_voided_charge() {
    var sold = shop.sold();
    var intent = shop.intent("k");
    var charge = created(shop.charges.undo().undo(intent, sold.id()));
    assertThat(repeated(shop.charges.undo().undo(intent, sold.id()))).isEqualTo(charge);
  }

  @Test
  void an_unknown_charge_is_not_found() {
    refusal(Refusal.NotFound.class, shop.charges.undo().undo(shop.intent(), ChargeId.next()));
  }

  @Test
  void a_lost_reply_leaves_the_void_open() {
    var sold = shop.sold();
    shop.gateway.loseNextReply();
    var charge = created(undo(sold));
    assertThat(charge.state()).isInstanceOf(Voiding.class);
    assertThat(charge.pendingOperation()).contains(OperationKind.VOID);
    refusal(Refusal.InvalidState.class, undo(sold));
    refusal(Refusal.InvalidState.class, shop.refund(sold.id(), 1L));
  }

  @Test
  void a_hold_left_by_a_void_whose_release_got_no_answer_stays_open() {
    var sold = shop.sold();
    var calls = new AtomicInteger();
    shop.gateway.beforeEachCall(
        () -> {
          if (calls.incrementAndGet() == 2) {
            shop.gateway.loseNextReply();
          }
        });
    var charge = created(undo(sold));
    assertThat(charge.state()).isInstanceOf(Releasing.class);
    assertThat(charge.pendingOperation()).contains(OperationKind.RELEASE);
    assertThat(charge.captured().isZero()).isTrue();
  }

  @Test
  void a_void_that_never_left_says_so_and_advises_no_refund() {
    var sold = shop.sold();
    shop.gateway.refuseNextConnection();
    refusal(Refusal.GatewayUnavailable.class, undo(sold));
    assertThat(shop.charge(sold.id()).state()).isInstanceOf(Captured.class);
  }

  @Test
  void a_refused_void_can_be_asked_again_with_the_same_key() {
    var held = shop.authorized();
    var intent = shop.intent("k");
    shop.gateway.refuseNextConnection();
    refusal(Refusal.GatewayUnavailable.class, shop.charges.undo().undo(intent, held.id()));
    assertThat(shop.charge(held.id()).state()).isInstanceOf(Authorized.class);
    assertThat(created(shop.charges.undo().undo(intent, held.id())).state())
        .isInstanceOf(Voided.class);
  }

  @Test
  void a_disabled_integration_still_voids() {
    var sold = shop.sold();
    shop.put(IntegrationStatus.DISABLED);
    assertThat(created(undo(sold)).state()).isInstanceOf(Voided.class);
  }

  @Test
  void a_void_and_a_refund_at_once_return_the_money_once() {
    var sold = shop.sold();
    var results =
        Together.run(
            16,
            number ->
                number % 2 == 0
                    ? undo(sold) instanceof Result.Done
                    : shop.refund(sold.id(), null) instanceof Result.Done);
    assertThat(results.stream().filter(done -> done)).hasSize(1);
    var ledger = shop.gateway.ledger();
    assertThat(ledger.sum(Kind.VOID) + ledger.sum(Kind.REFUND)).isEqualTo(1990);
  }

  private Result<Once<Charge>> undo(Charge charge) {
    return shop.charges.undo().undo(shop.intent(), charge.id());
  }
}
