package com.pelcro.payments.application.recovery;

import static com.pelcro.payments.application.Outcomes.created;
import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.application.Once;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Shop;
import com.pelcro.payments.application.idempotency.Intent;
import com.pelcro.payments.application.paymentmethod.CardOffer;
import com.pelcro.payments.application.paymentmethod.SavePaymentMethod;
import com.pelcro.payments.application.paymentmethod.SavePaymentMethod.Preference;
import com.pelcro.payments.domain.gateway.SampleCard;
import com.pelcro.payments.domain.gateway.Trouble;
import com.pelcro.payments.domain.paymentmethod.PaymentMethod;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodState.Active;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodState.Detached;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodState.Verifying;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What becomes of a card whose storing got no answer.
class LostCardTest {

  private static final Duration SOON = Duration.ofSeconds(15);
  private static final Duration LONG_ENOUGH = Duration.ofMinutes(30);

  private final Shop shop = Shop.open();

  @Test
  void a_card_the_vault_holds_is_adopted_as_it_was_wanted() {
    var other = shop.saved(SampleCard.MASTERCARD);
    var card = lost(Trouble.REPLY_LOST);
    assertThat(card.state()).isInstanceOf(Verifying.class);
    shop.recover(SOON);
    var found = shop.method(card.id());
    assertThat(found.state()).isInstanceOf(Active.class);
    assertThat(found.isDefault()).isTrue();
    assertThat(shop.method(other.id()).isDefault()).isFalse();
    assertThat(shop.told()).endsWith("payment_method.saved");
  }

  @Test
  void a_card_that_was_on_file_already_leads_the_key_there() {
    var known = shop.saved(SampleCard.VISA);
    var intent = shop.intent();
    var offer = shop.typed(SampleCard.VISA);
    shop.gateway.next(Trouble.REPLY_LOST);
    var card = created(save(intent, offer));
    shop.recover(SOON);
    assertThat(shop.method(card.id()).state()).isInstanceOf(Detached.class);
    assertThat(save(intent, offer))
        .isInstanceOfSatisfying(
            Result.Done.class,
            done ->
                assertThat(((Once.Repeated<?>) done.value()).value())
                    .isEqualTo(shop.method(known.id())));
  }

  @Test
  void a_card_that_never_arrived_is_dropped_and_its_token_free_again() {
    var intent = shop.intent();
    var offer = shop.typed(SampleCard.VISA);
    shop.gateway.next(Trouble.REQUEST_LOST);
    var card = created(save(intent, offer));
    shop.recover(LONG_ENOUGH);
    assertThat(shop.method(card.id()).state()).isInstanceOf(Detached.class);
    assertThat(shop.gateway.storedCards()).isZero();
  }

  @Test
  void a_card_stored_after_it_was_given_up_does_not_stay_in_the_vault() {
    var card = lost(Trouble.ARRIVES_LATE);
    shop.recover(LONG_ENOUGH);
    shop.gateway.deliverLate();
    assertThat(shop.gateway.storedCards()).isEqualTo(1);
    shop.recover(Duration.ofHours(2));
    assertThat(shop.gateway.storedCards()).isZero();
    assertThat(shop.method(card.id()).state()).isInstanceOf(Detached.class);
  }

  @Test
  void a_card_whose_owner_is_gone_is_not_kept() {
    var card = lost(Trouble.REPLY_LOST);
    shop.storage.run(() -> shop.storage.customers().remove(shop.id(), shop.ada.id()));
    shop.recover(SOON);
    assertThat(shop.method(card.id()).state()).isInstanceOf(Detached.class);
    assertThat(shop.gateway.storedCards()).isZero();
  }

  private PaymentMethod lost(Trouble trouble) {
    var offer = shop.typed(SampleCard.VISA);
    shop.gateway.next(trouble);
    return created(save(shop.intent(), offer));
  }

  private Result<Once<PaymentMethod>> save(Intent intent, CardOffer offer) {
    return shop.methods
        .save()
        .save(new SavePaymentMethod.Request(intent, shop.ada.id(), offer, Preference.DEFAULT));
  }
}
