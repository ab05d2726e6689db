package com.pelcro.payments.application.charge;

import static com.pelcro.payments.application.Outcomes.created;
import static com.pelcro.payments.application.Outcomes.refusal;
import static com.pelcro.payments.domain.charge.Charge.Mode.SALE;
import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.application.Once;
import com.pelcro.payments.application.Refusal;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Shop;
import com.pelcro.payments.application.charge.PaidWith.Keeping;
import com.pelcro.payments.application.charge.PaidWith.Typed;
import com.pelcro.payments.application.paymentmethod.CardOffer;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.charge.ChargeState.Captured;
import com.pelcro.payments.domain.charge.ChargeState.Declined;
import com.pelcro.payments.domain.charge.ChargeState.Failed;
import com.pelcro.payments.domain.charge.ChargeState.Pending;
import com.pelcro.payments.domain.customer.CustomerId;
import com.pelcro.payments.domain.decline.DeclineCode;
import com.pelcro.payments.domain.gateway.Outcome;
import com.pelcro.payments.domain.gateway.SampleCard;
import com.pelcro.payments.domain.gateway.memory.Movement.Kind;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodState;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodState.Detached;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodState.Verifying;
import com.pelcro.payments.domain.paymentmethod.TestPaymentMethods;
import com.pelcro.payments.domain.site.SharedSecret;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TypedCardChargeTest {

  private final Shop shop = Shop.open();

  @Test
  void a_card_typed_once_pays_and_is_not_kept() {
    var charge = created(pay(null, shop.typed(SampleCard.VISA), Keeping.FORGET));
    assertThat(charge.state()).isInstanceOf(Captured.class);
    assertThat(charge.customer()).isNull();
    assertThat(state(charge)).isInstanceOf(Detached.class);
    assertThat(shop.gateway.storedCards()).isZero();
  }

  @Test
  void a_card_typed_once_by_a_customer_is_not_kept_either() {
    var charge = created(pay(shop.ada.id(), shop.typed(SampleCard.VISA), Keeping.FORGET));
    assertThat(charge.customer()).isEqualTo(shop.ada.id());
    assertThat(state(charge)).isInstanceOf(Detached.class);
    assertThat(shop.storage.paymentMethods().active(shop.id(), shop.ada.id())).isEmpty();
  }

  @Test
  void a_card_to_be_kept_is_on_file_after_the_payment() {
    var charge = created(pay(shop.ada.id(), shop.typed(SampleCard.VISA), Keeping.KEEP));
    assertThat(charge.state()).isInstanceOf(Captured.class);
    var kept = shop.method(charge.method());
    assertThat(kept.isActive()).isTrue();
    assertThat(kept.isDefault()).isTrue();
    assertThat(kept.lineage().originalTransactionId()).isNotNull();
    assertThat(shop.told()).contains("payment_method.saved", "charge.captured");
  }

  @Test
  void a_kept_card_pays_again() {
    var first = created(pay(shop.ada.id(), shop.typed(SampleCard.VISA), Keeping.KEEP));
    var request = shop.request(shop.intent(), first.method(), SALE);
    var again = created(shop.charges.create().create(request));
    assertThat(again.state()).isInstanceOf(Captured.class);
  }

  @Test
  void a_card_that_is_on_file_already_is_the_one_the_charge_names() {
    var known = shop.saved(SampleCard.VISA);
    var charge = created(pay(shop.ada.id(), shop.typed(SampleCard.VISA), Keeping.KEEP));
    assertThat(charge.method()).isEqualTo(known.id());
    assertThat(shop.storage.paymentMethods().active(shop.id(), shop.ada.id())).hasSize(1);
    assertThat(shop.method(known.id()).lineage().originalTransactionId()).isNotNull();
  }

  @Test
  void a_card_is_kept_for_a_customer_only() {
    var refused =
        refusal(Refusal.InvalidFields.class, pay(null, shop.typed(SampleCard.VISA), Keeping.KEEP));
    assertThat(refused.problems()).extracting(problem -> problem.pointer()).contains("/customer");
  }

  @Test
  void an_unknown_customer_is_named() {
    var refused =
        refusal(
            Refusal.InvalidFields.class,
            pay(CustomerId.next(), shop.typed(SampleCard.VISA), Keeping.KEEP));
    assertThat(refused.problems()).extracting(problem -> problem.pointer()).contains("/customer");
  }

  @Test
  void a_token_that_paid_is_used_up() {
    var card = shop.typed(SampleCard.VISA);
    var _ = created(pay(null, card, Keeping.FORGET));
    refusal(Refusal.TokenAlreadyUsed.class, pay(null, card, Keeping.FORGET));
    assertThat(shop.gateway.ledger().kinds()).containsExactly(Kind.SALE);
  }

  @Test
  void a_token_whose_payment_is_open_is_used_up() {
    var card = shop.typed(SampleCard.VISA);
    shop.gateway.loseNextReply();
    var charge = created(pay(null, card, Keeping.FORGET));
    assertThat(charge.state()).isInstanceOf(Pending.class);
    assertThat(state(charge)).isInstanceOf(Verifying.class);
    refusal(Refusal.TokenAlreadyUsed.class, pay(null, card, Keeping.FORGET));
  }

  @Test
  void a_token_is_free_again_after_a_decline() {
    var card = shop.typed(SampleCard.VISA);
    shop.gateway.next(new Outcome.Declined(DeclineCode.INSUFFICIENT_FUNDS));
    var declined = created(pay(shop.ada.id(), card, Keeping.KEEP));
    assertThat(declined.state()).isInstanceOf(Declined.class);
    assertThat(state(declined)).isInstanceOf(Detached.class);
    assertThat(created(pay(shop.ada.id(), card, Keeping.KEEP)).state())
        .isInstanceOf(Captured.class);
  }

  @Test
  void a_token_is_free_again_when_nothing_was_sent() {
    var card = shop.typed(SampleCard.VISA);
    shop.gateway.refuseNextConnection();
    assertThat(created(pay(null, card, Keeping.FORGET)).state()).isInstanceOf(Failed.class);
    assertThat(created(pay(null, card, Keeping.FORGET)).state()).isInstanceOf(Captured.class);
  }

  @Test
  void a_token_whose_hold_was_let_go_is_used_up() {
    var card = shop.typed(SampleCard.VISA);
    shop.gateway.next(new Outcome.HeldAgainstRule(DeclineCode.AVS_MISMATCH));
    assertThat(created(pay(null, card, Keeping.FORGET)).state()).isInstanceOf(Declined.class);
    refusal(Refusal.TokenAlreadyUsed.class, pay(null, card, Keeping.FORGET));
  }

  @Test
  void a_refused_payment_uses_no_token() {
    var card = shop.typed(SampleCard.VISA);
    refusal(Refusal.InvalidFields.class, pay(CustomerId.next(), card, Keeping.FORGET));
    var _ = created(pay(null, card, Keeping.FORGET));
  }

  @Test
  void a_forged_token_is_refused() {
    var real = shop.typed(SampleCard.VISA);
    var forged =
        new CardOffer(
            real.session(),
            new SharedSecret(real.token().reveal() + "0"),
            TestPaymentMethods.billing());
    refusal(Refusal.TokenInvalid.class, pay(null, forged, Keeping.FORGET));
  }

  @Test
  void a_token_of_another_session_is_refused() {
    var other = shop.typed(SampleCard.VISA);
    var mixed = new CardOffer(shop.session().id(), other.token(), TestPaymentMethods.billing());
    refusal(Refusal.TokenInvalid.class, pay(null, mixed, Keeping.FORGET));
  }

  @Test
  void a_token_that_comes_too_late_is_refused() {
    var card = shop.typed(SampleCard.VISA);
    shop.clock.advance(Duration.ofHours(1));
    refusal(Refusal.TokenExpired.class, pay(null, card, Keeping.FORGET));
  }

  @Test
  void a_network_the_site_does_not_take_is_refused() {
    refusal(
        Refusal.NetworkNotAllowed.class, pay(null, shop.typed(SampleCard.AMEX), Keeping.FORGET));
    assertThat(shop.gateway.ledger().movements()).isEmpty();
  }

  private PaymentMethodState state(Charge charge) {
    return shop.method(charge.method()).state();
  }

  private Result<Once<Charge>> pay(@Nullable CustomerId customer, CardOffer card, Keeping keeping) {
    return shop.charges
        .create()
        .create(shop.request(shop.intent(), customer, new Typed(card, keeping), SALE));
  }
}
