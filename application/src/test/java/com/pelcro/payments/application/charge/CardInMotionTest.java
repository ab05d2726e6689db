package com.pelcro.payments.application.charge;

import static com.pelcro.payments.application.Outcomes.created;
import static com.pelcro.payments.application.Outcomes.done;
import static com.pelcro.payments.application.Outcomes.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.application.Refusal;
import com.pelcro.payments.application.Shop;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.charge.ChargeState.Captured;
import com.pelcro.payments.domain.gateway.SampleCard;
import com.pelcro.payments.domain.paymentmethod.PaymentMethod;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodState.Active;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodState.Detached;
import org.junit.jupiter.api.Test;

/// What happens to a card while the gateway is asked to charge it.
class CardInMotionTest {

  private final Shop shop = Shop.open();

  @Test
  void a_card_detached_while_charging_stays_detached_and_the_charge_stands() {
    var card = shop.saved(SampleCard.VISA);
    meanwhile(() -> done(shop.methods.remove().remove(shop.id(), card.id())));
    var charge = charge(card);
    assertThat(charge.method()).isEqualTo(card.id());
    assertThat(shop.method(card.id()).state()).isInstanceOf(Detached.class);
  }

  @Test
  void a_card_replaced_while_charging_is_the_new_one_and_the_charge_stands() {
    var card = shop.saved(SampleCard.VISA);
    var before = shop.method(card.id()).state();
    meanwhile(
        () -> {
          var _ = shop.saved(SampleCard.VISA);
        });
    var charge = charge(card);
    assertThat(charge.state()).isInstanceOf(Captured.class);
    assertThat(shop.method(card.id()).state()).isInstanceOf(Active.class).isNotEqualTo(before);
  }

  @Test
  void a_card_session_of_another_site_does_not_exist_here() {
    var offer = Shop.open().typed(SampleCard.VISA);
    var typed = new PaidWith.Typed(offer, PaidWith.Keeping.FORGET);
    var refused =
        refusal(
            Refusal.InvalidFields.class,
            shop.charges
                .create()
                .create(shop.request(shop.intent(), null, typed, Charge.Mode.SALE)));
    assertThat(refused.problems())
        .extracting(problem -> problem.pointer())
        .containsExactly("/card_session");
  }

  /// Happens once, right before the next request reaches the gateway.
  private void meanwhile(Runnable happening) {
    shop.gateway.beforeEachCall(
        () -> {
          shop.gateway.beforeEachCall(() -> {});
          happening.run();
        });
  }

  private Charge charge(PaymentMethod card) {
    return created(
        shop.charges.create().create(shop.request(shop.intent(), card.id(), Charge.Mode.SALE)));
  }
}
