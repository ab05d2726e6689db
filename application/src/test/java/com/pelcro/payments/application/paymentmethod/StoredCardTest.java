package com.pelcro.payments.application.paymentmethod;

import static com.pelcro.payments.application.Outcomes.done;
import static com.pelcro.payments.application.Outcomes.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.application.Refusal;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Shop;
import com.pelcro.payments.application.paymentmethod.SavePaymentMethod.Preference;
import com.pelcro.payments.domain.gateway.SampleCard;
import com.pelcro.payments.domain.paymentmethod.CardExpiry;
import com.pelcro.payments.domain.paymentmethod.PaymentMethod;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodId;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodState.Detached;
import com.pelcro.payments.domain.site.IntegrationStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StoredCardTest {

  private final Shop shop = Shop.open();
  private final PaymentMethod visa = shop.saved(SampleCard.VISA);

  @Test
  void a_changed_expiry_is_changed_in_the_vault_as_well() {
    var changed = done(update(visa.id(), 3, 2037, Preference.AS_IT_COMES));
    assertThat(changed.card().expiry()).isEqualTo(new CardExpiry(3, 2037));
    assertThat(shop.method(visa.id())).isEqualTo(changed);
    assertThat(shop.gateway.storedExpiries()).containsExactly(new CardExpiry(3, 2037));
    assertThat(shop.told()).endsWith("payment_method.updated");
  }

  @Test
  void a_month_alone_leaves_the_year() {
    var changed = done(update(visa.id(), 3, null, Preference.AS_IT_COMES));
    assertThat(changed.card().expiry()).isEqualTo(new CardExpiry(3, 2034));
  }

  @Test
  void another_card_can_become_the_default() {
    var other = shop.saved(SampleCard.MASTERCARD);
    assertThat(done(update(other.id(), null, null, Preference.DEFAULT)).isDefault()).isTrue();
    assertThat(shop.method(visa.id()).isDefault()).isFalse();
  }

  @Test
  void a_vault_out_of_reach_leaves_the_card_as_it_was() {
    shop.gateway.refuseNextConnection();
    refusal(Refusal.GatewayUnavailable.class, update(visa.id(), 3, 2037, Preference.AS_IT_COMES));
    assertThat(shop.method(visa.id())).isEqualTo(visa);
  }

  @Test
  void an_update_whose_reply_was_lost_can_be_asked_again() {
    shop.gateway.loseNextReply();
    refusal(Refusal.GatewayUnavailable.class, update(visa.id(), 3, 2037, Preference.AS_IT_COMES));
    done(update(visa.id(), 3, 2037, Preference.AS_IT_COMES));
    assertThat(shop.method(visa.id()).card().expiry()).isEqualTo(new CardExpiry(3, 2037));
  }

  @Test
  void a_removed_card_is_gone_from_the_vault_as_well() {
    assertThat(done(remove(visa.id())).state()).isInstanceOf(Detached.class);
    assertThat(shop.gateway.storedCards()).isZero();
    assertThat(shop.told()).endsWith("payment_method.detached");
  }

  @Test
  void a_removed_card_cannot_be_changed() {
    done(remove(visa.id()));
    refusal(
        Refusal.PaymentMethodUnusable.class, update(visa.id(), 3, 2037, Preference.AS_IT_COMES));
    refusal(Refusal.PaymentMethodUnusable.class, update(visa.id(), null, null, Preference.DEFAULT));
  }

  @Test
  void removing_twice_is_told_once() {
    done(remove(visa.id()));
    done(remove(visa.id()));
    assertThat(shop.told().stream().filter("payment_method.detached"::equals)).hasSize(1);
  }

  @Test
  void removing_at_the_same_time_is_told_once() {
    shop.gateway.beforeEachCall(
        () -> {
          shop.gateway.beforeEachCall(() -> {});
          done(remove(visa.id()));
        });
    done(remove(visa.id()));
    assertThat(shop.told().stream().filter("payment_method.detached"::equals)).hasSize(1);
  }

  @Test
  void the_default_card_can_be_removed_while_others_stay() {
    var other = shop.saved(SampleCard.MASTERCARD);
    done(remove(visa.id()));
    assertThat(shop.method(visa.id()).isDefault()).isFalse();
    assertThat(shop.method(other.id()).isActive()).isTrue();
    assertThat(shop.gateway.storedCards()).isEqualTo(1);
  }

  @Test
  void a_vault_out_of_reach_keeps_the_card() {
    shop.gateway.refuseNextConnection();
    refusal(Refusal.GatewayUnavailable.class, remove(visa.id()));
    assertThat(shop.method(visa.id()).isActive()).isTrue();
  }

  @Test
  void a_removal_whose_reply_was_lost_can_be_asked_again() {
    shop.gateway.loseNextReply();
    refusal(Refusal.GatewayUnavailable.class, remove(visa.id()));
    assertThat(done(remove(visa.id())).state()).isInstanceOf(Detached.class);
  }

  @Test
  void a_disabled_integration_still_removes_cards() {
    shop.put(IntegrationStatus.DISABLED);
    assertThat(done(remove(visa.id())).state()).isInstanceOf(Detached.class);
  }

  @Test
  void an_unknown_card_is_not_found() {
    refusal(Refusal.NotFound.class, remove(PaymentMethodId.next()));
    refusal(
        Refusal.NotFound.class, update(PaymentMethodId.next(), 3, 2037, Preference.AS_IT_COMES));
  }

  private Result<PaymentMethod> remove(PaymentMethodId id) {
    return shop.methods.remove().remove(shop.id(), id);
  }

  private Result<PaymentMethod> update(
      PaymentMethodId id, @Nullable Integer month, @Nullable Integer year, Preference preference) {
    return shop.methods
        .update()
        .update(new UpdatePaymentMethod.Request(shop.id(), id, month, year, null, preference));
  }
}
