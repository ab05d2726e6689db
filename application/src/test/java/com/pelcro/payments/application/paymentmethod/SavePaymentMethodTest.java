package com.pelcro.payments.application.paymentmethod;

import static com.pelcro.payments.application.Outcomes.created;
import static com.pelcro.payments.application.Outcomes.refusal;
import static com.pelcro.payments.application.Outcomes.repeated;
import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.application.Once;
import com.pelcro.payments.application.Outcomes;
import com.pelcro.payments.application.Refusal;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Shop;
import com.pelcro.payments.application.Together;
import com.pelcro.payments.application.idempotency.Intent;
import com.pelcro.payments.application.paymentmethod.SavePaymentMethod.Preference;
import com.pelcro.payments.domain.customer.CustomerId;
import com.pelcro.payments.domain.customer.TestCustomers;
import com.pelcro.payments.domain.decline.DeclineCode;
import com.pelcro.payments.domain.gateway.Outcome;
import com.pelcro.payments.domain.gateway.SampleCard;
import com.pelcro.payments.domain.paymentmethod.CardExpiry;
import com.pelcro.payments.domain.paymentmethod.PaymentMethod;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodState.Verifying;
import com.pelcro.payments.domain.paymentmethod.TestPaymentMethods;
import com.pelcro.payments.domain.site.IntegrationStatus;
import org.junit.jupiter.api.Test;

class SavePaymentMethodTest {

  private final Shop shop = Shop.open();

  @Test
  void a_saved_card_is_on_file_and_the_first_is_the_default() {
    var first = shop.saved(SampleCard.VISA);
    var second = shop.saved(SampleCard.MASTERCARD);
    assertThat(first.isActive()).isTrue();
    assertThat(first.isDefault()).isTrue();
    assertThat(first.fingerprint()).isNotNull();
    assertThat(second.isDefault()).isFalse();
    assertThat(shop.told()).containsExactly("payment_method.saved", "payment_method.saved");
  }

  @Test
  void a_card_may_become_the_default_in_place_of_another() {
    var first = shop.saved(SampleCard.VISA);
    var second =
        created(
            save(
                shop.intent(),
                shop.ada.id(),
                shop.typed(SampleCard.MASTERCARD),
                Preference.DEFAULT));
    assertThat(second.isDefault()).isTrue();
    assertThat(shop.method(first.id()).isDefault()).isFalse();
  }

  @Test
  void all_cards_of_a_customer_are_stored_under_one_customer_of_the_vault() {
    var _ = shop.saved(SampleCard.VISA);
    var known =
        shop.storage.customers().inVault(shop.id(), shop.ada.id(), shop.integration().gateway());
    var _ = shop.saved(SampleCard.MASTERCARD);
    assertThat(known).isPresent();
    assertThat(
            shop.storage
                .customers()
                .inVault(shop.id(), shop.ada.id(), shop.integration().gateway()))
        .isEqualTo(known);
  }

  @Test
  void a_repeat_answers_the_same_card() {
    var intent = shop.intent("k");
    var offer = shop.typed(SampleCard.VISA);
    var saved = created(save(intent, offer));
    assertThat(repeated(save(intent, offer))).isEqualTo(saved);
    assertThat(shop.gateway.storedCards()).isEqualTo(1);
  }

  @Test
  void many_at_once_with_one_key_save_once() {
    var intent = shop.intent("k");
    var offer = shop.typed(SampleCard.VISA);
    var results = Together.run(16, _ -> save(intent, offer));
    assertThat(results.stream().map(result -> Outcomes.done(result).value().id()).distinct())
        .hasSize(1);
    assertThat(shop.gateway.storedCards()).isEqualTo(1);
  }

  @Test
  void the_same_card_again_updates_the_one_on_file_and_the_key_stands_for_that() {
    var known = shop.saved(SampleCard.VISA);
    var session = shop.session();
    var later = new CardExpiry(6, 2039);
    var offer =
        new CardOffer(
            session.id(),
            shop.gateway.type(session, SampleCard.VISA, later),
            TestPaymentMethods.billing());
    var intent = shop.intent("k");
    var again = created(save(intent, offer));
    assertThat(again.id()).isEqualTo(known.id());
    assertThat(again.card().expiry()).isEqualTo(later);
    assertThat(again.isDefault()).isTrue();
    assertThat(repeated(save(intent, offer)).id()).isEqualTo(known.id());
    assertThat(shop.storage.paymentMethods().active(shop.id(), shop.ada.id())).hasSize(1);
    assertThat(shop.told()).containsExactly("payment_method.saved", "payment_method.updated");
  }

  @Test
  void the_same_card_of_another_customer_is_another_method() {
    var bob = TestCustomers.ada(shop.id());
    var _ = shop.storage.customers().add(bob);
    var adas = shop.saved(SampleCard.VISA);
    var bobs = shop.saved(bob.id(), SampleCard.VISA);
    assertThat(bobs.id()).isNotEqualTo(adas.id());
    assertThat(bobs.fingerprint()).isEqualTo(adas.fingerprint());
  }

  @Test
  void a_declined_card_is_refused_and_a_repeat_says_the_same() {
    var intent = shop.intent("k");
    var offer = shop.typed(SampleCard.VISA);
    shop.gateway.next(new Outcome.Declined(DeclineCode.LOST_OR_STOLEN));
    var refused = refusal(Refusal.PaymentMethodUnusable.class, save(intent, offer));
    assertThat(refused.decline()).isNotNull();
    assertThat(refusal(save(intent, offer))).isEqualTo(refused);
    assertThat(shop.gateway.storedCards()).isZero();
    assertThat(shop.storage.paymentMethods().active(shop.id(), shop.ada.id())).isEmpty();
  }

  @Test
  void a_token_is_free_again_after_a_decline() {
    var offer = shop.typed(SampleCard.VISA);
    shop.gateway.next(new Outcome.Declined(DeclineCode.INSUFFICIENT_FUNDS));
    refusal(Refusal.PaymentMethodUnusable.class, save(shop.intent(), offer));
    var _ = created(save(shop.intent(), offer));
  }

  @Test
  void a_card_that_was_never_sent_leaves_key_and_token_free() {
    var intent = shop.intent("k");
    var offer = shop.typed(SampleCard.VISA);
    shop.gateway.refuseNextConnection();
    refusal(Refusal.GatewayUnavailable.class, save(intent, offer));
    assertThat(created(save(intent, offer)).isActive()).isTrue();
  }

  @Test
  void a_rejected_card_leaves_key_and_token_free() {
    var intent = shop.intent("k");
    var offer = shop.typed(SampleCard.VISA);
    shop.gateway.next(new Outcome.FoundWrong());
    refusal(Refusal.PaymentMethodUnusable.class, save(intent, offer));
    assertThat(created(save(intent, offer)).isActive()).isTrue();
  }

  @Test
  void wrong_credentials_are_named_as_such() {
    var offer = shop.typed(SampleCard.VISA);
    shop.gateway.revoke(shop.integration().credentials());
    refusal(Refusal.GatewayCredentialsRejected.class, save(shop.intent(), offer));
  }

  @Test
  void without_an_answer_the_card_is_still_being_verified() {
    var intent = shop.intent("k");
    var offer = shop.typed(SampleCard.VISA);
    shop.gateway.loseNextReply();
    var method = created(save(intent, offer));
    assertThat(method.state()).isInstanceOf(Verifying.class);
    assertThat(shop.storage.operations().open(shop.id(), method.id())).hasSize(1);
    assertThat(repeated(save(intent, offer))).isEqualTo(method);
    refusal(Refusal.TokenAlreadyUsed.class, save(shop.intent(), offer));
    refusal(Refusal.InvalidState.class, shop.methods.remove().remove(shop.id(), method.id()));
  }

  @Test
  void an_unknown_customer_is_not_found_and_the_token_stays_free() {
    var offer = shop.typed(SampleCard.VISA);
    refusal(
        Refusal.NotFound.class,
        save(shop.intent(), CustomerId.next(), offer, Preference.AS_IT_COMES));
    var _ = created(save(shop.intent(), offer));
  }

  @Test
  void a_disabled_integration_saves_no_card() {
    var offer = shop.typed(SampleCard.VISA);
    shop.put(IntegrationStatus.DISABLED);
    refusal(Refusal.IntegrationDisabled.class, save(shop.intent(), offer));
  }

  @Test
  void another_request_under_a_used_key_is_refused() {
    var _ = created(save(shop.intent("k", "a"), shop.typed(SampleCard.VISA)));
    refusal(Refusal.KeyReused.class, save(shop.intent("k", "b"), shop.typed(SampleCard.VISA)));
  }

  private Result<Once<PaymentMethod>> save(Intent intent, CardOffer offer) {
    return save(intent, shop.ada.id(), offer, Preference.AS_IT_COMES);
  }

  private Result<Once<PaymentMethod>> save(
      Intent intent, CustomerId customer, CardOffer offer, Preference preference) {
    return shop.methods
        .save()
        .save(new SavePaymentMethod.Request(intent, customer, offer, preference));
  }
}
